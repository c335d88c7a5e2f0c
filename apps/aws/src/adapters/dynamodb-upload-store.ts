import { GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import type { Upload, UploadStore } from '@ocr-pipeline/pipeline';
import { deleteAfter, type RecordTable } from './records.ts';

/** Uploads in DynamoDB. Reads are consistent: a job is often started right after its upload was declared. */
export function dynamodbUploadStore({ client, table, retentionDays }: RecordTable): UploadStore {
  return {
    async put(upload) {
      const Item = {
        ...upload,
        record: `upload/${upload.id}`,
        deleteAfter: deleteAfter(upload.createdAt, retentionDays),
      };
      await client.send(new PutCommand({ TableName: table, Item }));
    },
    async get(id) {
      const { Item } = await client.send(
        new GetCommand({ TableName: table, Key: { record: `upload/${id}` }, ConsistentRead: true }),
      );
      return Item === undefined ? undefined : toUpload(Item);
    },
  };
}

function toUpload(item: Record<string, unknown>): Upload {
  const { id, key, contentType, size, sha256, createdAt, expiresAt } = item as unknown as Upload;
  return { id, key, contentType, size, sha256, createdAt, expiresAt };
}
