import { useToneStyles } from '@aligned-autonomy/backstage-plugin-autonomy-react';

export interface FieldWords {
  label: string;
  help?: string;
  mistake?: string;
}

/** The words around a field, as a text field wants them. The host's red is hard to read as text. */
export function useFieldWords({ help, label, mistake }: FieldWords) {
  const tones = useToneStyles();
  return mistake === undefined
    ? { label, helperText: help }
    : {
        error: true,
        label: <span className={tones.bad}>{label}</span>,
        helperText: <span className={tones.bad}>{mistake}</span>,
      };
}
