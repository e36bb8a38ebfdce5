export interface Config {
  autonomy?: {
    backups?: {
      /**
       * The JSON report that the backup tool writes every night. Absolute, or relative to the working
       * directory of the backend.
       */
      report: string;
    };
  };
}
