import { S3 } from '@aws-sdk/client-s3';
import type { UploadApi } from './upload.ts';

/** Amazon S3 in the function's region, with the function's role. */
export function s3Client(): UploadApi {
  const s3 = new S3();
  return {
    putObject: (input) => s3.putObject(input),
    headObject: (input) => s3.headObject(input),
    createMultipartUpload: (input) => s3.createMultipartUpload(input),
    uploadPart: (input) => s3.uploadPart(input),
    listParts: (input) => s3.listParts(input),
    completeMultipartUpload: (input) => s3.completeMultipartUpload(input),
    abortMultipartUpload: (input) => s3.abortMultipartUpload(input),
  };
}
