/** Four steps up: the ladder of autonomy levels. Takes the colour of its text. */
export const Mark = ({ size = 28 }: { size?: number }) => (
  <svg
    width={size}
    height={size}
    viewBox="0 0 24 24"
    fill="currentColor"
    aria-hidden="true"
  >
    <rect x="0.5" y="15.5" width="4.4" height="8" rx="1.5" opacity="0.55" />
    <rect x="6.7" y="10.5" width="4.4" height="13" rx="1.5" opacity="0.7" />
    <rect x="12.9" y="5.5" width="4.4" height="18" rx="1.5" opacity="0.85" />
    <rect x="19.1" y="0.5" width="4.4" height="23" rx="1.5" />
  </svg>
);
