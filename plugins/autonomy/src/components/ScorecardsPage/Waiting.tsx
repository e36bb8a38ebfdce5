import Skeleton from '@material-ui/lab/Skeleton';

/** Room for what is being loaded. */
export function Waiting({ label }: { label: string }) {
  return (
    <div role="status" aria-label={label}>
      <Skeleton height={80} />
      <Skeleton height={160} />
      <Skeleton height={160} />
    </div>
  );
}
