# A zip and its manifest come from outside: terraform test -var zip=<layer.zip> -var manifest=<layer.json>

mock_provider "aws" {}

variables {
  name    = "layer"
  runtime = "nodejs22.x"
}

run "publishes_the_zip_of_the_manifest_and_keeps_older_versions" {
  command = plan

  assert {
    condition     = aws_lambda_layer_version.this.skip_destroy
    error_message = "The next version would delete this one."
  }

  assert {
    condition     = aws_lambda_layer_version.this.source_code_hash == filebase64sha256(var.zip)
    error_message = "A changed zip would not be published."
  }
}

run "needs_no_manifest" {
  command = plan

  variables {
    zip      = "main.tf"
    manifest = null
  }
}

run "refuses_the_manifest_of_another_zip" {
  command = plan

  variables {
    zip = "main.tf"
  }

  expect_failures = [aws_lambda_layer_version.this]
}

run "refuses_a_layer_of_another_architecture" {
  command = plan

  variables {
    architecture = "arm64"
  }

  expect_failures = [aws_lambda_layer_version.this]
}

run "hands_a_small_zip_to_lambda_directly" {
  command = plan

  assert {
    condition     = aws_lambda_layer_version.this.filename == var.zip && aws_lambda_layer_version.this.s3_bucket == null
    error_message = "A zip that Lambda takes directly needs no bucket."
  }
}

run "sends_the_zip_through_the_bucket_that_is_named" {
  command = plan

  variables {
    upload = { bucket = "artifacts" }
  }

  assert {
    condition     = aws_lambda_layer_version.this.filename == null && aws_lambda_layer_version.this.s3_bucket == "artifacts"
    error_message = "The zip is handed over directly all the same."
  }

  assert {
    condition     = aws_lambda_layer_version.this.s3_key == aws_s3_object.zip[0].key && endswith(aws_s3_object.zip[0].key, "/${filesha256(var.zip)}.zip")
    error_message = "The layer would be made of another object than this zip."
  }
}

run "refuses_a_zip_that_lambda_does_not_take_directly" {
  command = plan

  variables {
    manifest = "tests/large.json"
    zip      = "tests/large.txt"
  }

  expect_failures = [aws_lambda_layer_version.this]
}
