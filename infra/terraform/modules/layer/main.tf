locals {
  zip_hash = filebase64sha256(var.zip)
  manifest = var.manifest == null ? null : jsondecode(file(var.manifest))
}

resource "aws_lambda_layer_version" "this" {
  layer_name               = var.name
  description              = var.description
  filename                 = var.zip
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
      condition     = local.manifest == null || try("${local.manifest.target.runtime}/${local.manifest.target.architecture}", "") == "${var.runtime}/${var.architecture}"
      error_message = "The layer was built for another runtime or architecture than it is published for. Build it again with `layerproof build --runtime ${var.runtime} --arch ${var.architecture}`."
    }
  }
}
