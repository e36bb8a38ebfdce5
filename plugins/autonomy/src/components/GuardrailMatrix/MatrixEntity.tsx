import type {
  AutonomyEntitySummary,
  GuardrailMatrix,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { guardrailStatusLook } from '@aligned-autonomy/backstage-plugin-autonomy-react';
import { useEntityRefLink } from '@backstage/plugin-catalog-react';
import { useGroundStyles, useMatrixStyles } from './styles';
import type { CellWords } from './useCellWords';

export interface MatrixEntityProps {
  entity: AutonomyEntitySummary;
  guardrails: GuardrailMatrix['guardrails'];
  words: CellWords;
  base: string;
}

/** One entity; each guardrail that counts leads to its reasons. */
export function MatrixEntity(props: MatrixEntityProps) {
  const { entity, guardrails, words, base } = props;
  const classes = useMatrixStyles();
  const grounds = useGroundStyles();
  const pathOf = useEntityRefLink();
  const name = entity.title ?? entity.name;
  const page = pathOf(entity.entityRef);
  const reasons = `${page}/autonomy#guardrails`;
  const statuses = new Map(
    entity.guardrails.map(({ id, status }) => [id, status]),
  );
  return (
    <tr>
      <th scope="row">
        <a
          href={`${base}${page}`}
          data-to={page}
          tabIndex={-1}
          className={classes.entity}
        >
          {name}
        </a>
      </th>
      {guardrails.map(({ id, title }) => {
        const status = statuses.get(id);
        if (!status) {
          return <td key={id} />;
        }
        const { Icon } = guardrailStatusLook[status];
        const label = `${name}, ${title}: ${words.status(status)}`;
        return (
          <td key={id} className={grounds[status]}>
            <a
              href={`${base}${reasons}`}
              data-to={reasons}
              tabIndex={-1}
              className={classes.cell}
              aria-label={label}
              title={label}
            >
              <Icon size={16} aria-hidden />
            </a>
          </td>
        );
      })}
    </tr>
  );
}
