// Adds the test reports up and fails when a test skipped: with every tool installed, none may.
import { readFileSync } from 'node:fs';

interface Report {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly testResults: readonly { assertionResults: readonly { status: string; fullName: string }[] }[];
}

const reports = process.argv.slice(2).map((path) => JSON.parse(readFileSync(path, 'utf8')) as Report);
const total = (count: (report: Report) => number) => reports.reduce((sum, report) => sum + count(report), 0);
const skipped = reports
  .flatMap((report) => report.testResults)
  .flatMap((file) => file.assertionResults)
  .filter(({ status }) => status !== 'passed' && status !== 'failed');

for (const { fullName } of skipped) console.log(`skipped: ${fullName}`);
const passed = total((report) => report.numPassedTests);
const failed = total((report) => report.numFailedTests);
console.log(`${passed} passed, ${failed} failed, ${skipped.length} skipped`);
process.exitCode = passed > 0 && failed === 0 && skipped.length === 0 ? 0 : 1;
