import type { Upload, UploadStore } from '../ports.ts';

export function memoryUploadStore(): UploadStore {
  const uploads = new Map<string, Upload>();
  return {
    async put(upload) {
      uploads.set(upload.id, upload);
    },
    async get(id) {
      return uploads.get(id);
    },
  };
}
