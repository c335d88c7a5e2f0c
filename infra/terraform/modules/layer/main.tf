locals {
  zip_hash = filebase64sha256(var.zip)
  manifest = var.manifest == null ? null : jsondecode(file(var.manifest))

  # What one request to Lambda may carry; a larger zip goes through S3
  # (https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html).
  direct_upload_bytes = 52428800
}

resource "aws_s3_object" "zip" {
  count = var.upload == null ? 0 : 1

  bucket = var.upload.bucket
  key    = "layers/${var.name}/${filesha256(var.zip)}.zip"
  source = var.zip
}

resource "aws_lambda_layer_version" "this" {
  layer_name               = var.name
  description              = var.description
  filename                 = var.upload == null ? var.zip : null
  s3_bucket                = one(aws_s3_object.zip[*].bucket)
  s3_key                   = one(aws_s3_object.zip[*].key)
  source_code_hash         = local.zip_hash
  compatible_runtimes      = [var.runtime]
  compatible_architectures = [var.architecture]

  # An older version stays published: a function, or a roll back, may still name it.
  skip_destroy = true

  lifecycle {
    create_before_destroy = true

    precondition {
      condition     = local.manifest == null || try(local.manifest.layer.sha256Base64, "") == local.zip_hash
      error_message = "The manifest describes another zip. Build both again with `layerproof build`."
    }

    precondition {
      condition     = var.upload != null || try(local.manifest.layer.bytes, 0) <= local.direct_upload_bytes
      error_message = "The zip is larger than the 50 MB that Lambda takes directly. Name a bucket that it goes through: `upload = { bucket = … }`."
    }

    precondition {
      condition     = local.manifest == null || try("${local.manifest.target.runtime}/${local.manifest.target.architecture}", "") == "${var.runtime}/${var.architecture}"
      error_message = "The layer was built for another runtime or architecture than it is published for. Build it again with `layerproof build --runtime ${var.runtime} --arch ${var.architecture}`."
    }
  }
}
