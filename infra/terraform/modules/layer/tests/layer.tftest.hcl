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
