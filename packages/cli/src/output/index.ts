export { describeStatus } from './describeStatus';
export { describeVerifications } from './describeVerifications';
export { createProgress, type Progress } from './Progress';
export { Report, type CoverageNote, type ReportDocument } from './Report';
export { table } from './table';
export { describeFailure, describeReport } from './describeReport';
