# A deleted document is gone, and a written upload cannot be overwritten (the presigned request carries `if-none-match: *`).
module "documents" {
  source = "../private-bucket"

  prefix        = "${var.name}-documents-"
  force_destroy = var.force_destroy
}

resource "aws_s3_bucket_lifecycle_configuration" "documents" {
  bucket = module.documents.id

  rule {
    id     = "delete-after-retention"
    status = "Enabled"

    filter {}

    expiration {
      days = var.retention_days
    }

    abort_incomplete_multipart_upload {
      days_after_initiation = 1
    }
  }
}

resource "aws_s3_bucket_cors_configuration" "documents" {
  count = length(var.allowed_origins) == 0 ? 0 : 1

  bucket = module.documents.id

  cors_rule {
    allowed_origins = var.allowed_origins
    allowed_methods = ["PUT"]
    # The signed headers of the presigned request. The browser sets content-length itself and asks for no leave.
    allowed_headers = ["content-type", "if-none-match", "x-amz-checksum-sha256"]
    expose_headers  = ["etag", "x-amz-checksum-sha256"]
    max_age_seconds = 3600
  }

  # A result that is too large for the API's own answer is a redirect to here. After a redirect to another origin a browser
  # sends `Origin: null` (https://fetch.spec.whatwg.org/#append-a-request-origin-header), which no list of origins can name.
  # Nothing is opened by it: the address is presigned, and without that S3 refuses.
  cors_rule {
    allowed_origins = ["*"]
    allowed_methods = ["GET"]
    max_age_seconds = 3600
  }
}

# Uploads (`upload/<id>`) and jobs (`job/<id>`).
resource "aws_dynamodb_table" "records" {
  name         = "${var.name}-records"
  billing_mode = "PAY_PER_REQUEST"
  hash_key     = "record"

  attribute {
    name = "record"
    type = "S"
  }

  ttl {
    attribute_name = "deleteAfter"
    enabled        = true
  }

  server_side_encryption {
    enabled = true
  }
}

# The layer's zip goes through here: it is larger than what Lambda takes directly. Its own bucket, because documents expire.
module "artifacts" {
  source = "../private-bucket"

  prefix = "${var.name}-artifacts-"
  # It can be built again at any time.
  force_destroy = true
}
