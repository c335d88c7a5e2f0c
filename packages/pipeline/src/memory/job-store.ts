import type { Job, JobStore } from '../ports.ts';

export function memoryJobStore(): JobStore {
  const jobs = new Map<string, Job>();
  return {
    async create(job) {
      if (jobs.has(job.id)) return false;
      jobs.set(job.id, job);
      return true;
    },
    async get(id) {
      return jobs.get(id);
    },
    async replace(job) {
      if (jobs.get(job.id)?.revision !== job.revision - 1) return false;
      jobs.set(job.id, job);
      return true;
    },
  };
}
