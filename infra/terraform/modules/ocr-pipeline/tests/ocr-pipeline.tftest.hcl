# What must hold between the resources, shown without AWS: every resource is made by a mock, every relation is ours.
# The folder of artifacts comes from outside: terraform test -var artifacts=<folder>

mock_provider "aws" {
  mock_resource "aws_iam_role" {
    defaults = { arn = "arn:aws:iam::123456789012:role/mock" }
  }
  mock_resource "aws_s3_bucket" {
    defaults = { arn = "arn:aws:s3:::mock" }
  }
  mock_resource "aws_dynamodb_table" {
    defaults = { arn = "arn:aws:dynamodb:eu-central-1:123456789012:table/mock" }
  }
  mock_resource "aws_sqs_queue" {
    defaults = { arn = "arn:aws:sqs:eu-central-1:123456789012:mock" }
  }
  mock_resource "aws_cloudwatch_log_group" {
    defaults = { arn = "arn:aws:logs:eu-central-1:123456789012:log-group:mock" }
  }
  mock_resource "aws_lambda_layer_version" {
    defaults = { arn = "arn:aws:lambda:eu-central-1:123456789012:layer:mock:1" }
  }
  mock_resource "aws_lambda_function" {
    defaults = {
      arn        = "arn:aws:lambda:eu-central-1:123456789012:function:mock"
      invoke_arn = "arn:aws:apigateway:eu-central-1:lambda:path/2015-03-31/functions/mock/invocations"
    }
  }
  mock_resource "aws_apigatewayv2_api" {
    defaults = { execution_arn = "arn:aws:execute-api:eu-central-1:123456789012:mock" }
  }
}

variables {
  # The oldest provider that we run (5.100) refuses `nodejs24.x`.
  runtime = "nodejs22.x"
}

run "the_names_are_the_published_ones" {
  command = plan

  assert {
    condition = toset([for function in aws_lambda_function.this : function.function_name]) == toset([
      "ocr-pipeline-presigned-url", "ocr-pipeline-ocr-processor",
    ])
    error_message = "The functions lost their names."
  }

  assert {
    condition     = module.layer.source_code_hash == filebase64sha256("${var.artifacts}/layer.zip")
    error_message = "The layer's hash is not its zip's, so a changed zip would not be published."
  }

  assert {
    condition = alltrue([
      for key, function in aws_lambda_function.this :
      function.source_code_hash == filebase64sha256("${var.artifacts}/${key}.zip")
    ])
    error_message = "A function's hash is not its zip's."
  }
}

run "both_functions_run_on_one_layer_version" {
  assert {
    condition = alltrue([
      for function in aws_lambda_function.this : function.layers == tolist([module.layer.arn])
    ])
    error_message = "A function names another layer version."
  }
}

run "the_queue_waits_six_times_as_long_as_the_function_may_run" {
  command = plan

  variables {
    processor_timeout = 111
  }

  assert {
    condition     = aws_sqs_queue.jobs.visibility_timeout_seconds >= 6 * aws_lambda_function.this["ocr-processor"].timeout
    error_message = "A job would reappear while it is still being read."
  }

  assert {
    condition     = aws_lambda_event_source_mapping.jobs.function_response_types == toset(["ReportBatchItemFailures"])
    error_message = "One failed job would bring its whole batch back."
  }
}

run "a_poison_job_ends_in_the_dead_letters" {
  assert {
    condition     = jsondecode(aws_sqs_queue.jobs.redrive_policy).deadLetterTargetArn == aws_sqs_queue.dead_letters.arn
    error_message = "The jobs have no dead-letter queue."
  }

  assert {
    condition     = jsondecode(aws_sqs_queue.jobs.redrive_policy).maxReceiveCount > 5
    error_message = "The pipeline begins a job five times and needs one delivery more to record that it gave up."
  }
}

run "nothing_is_public" {
  command = plan

  assert {
    condition     = aws_apigatewayv2_route.default.authorization_type == "AWS_IAM"
    error_message = "The API is open although nobody asked for that."
  }

  assert {
    condition     = length(aws_s3_bucket_cors_configuration.documents) == 0
    error_message = "Web pages may upload although no origin was named."
  }
}

run "a_browser_may_send_what_was_signed" {
  command = plan

  variables {
    allowed_origins = ["https://app.example.com"]
  }

  assert {
    condition = alltrue([
      for header in ["content-type", "if-none-match", "x-amz-checksum-sha256"] :
      anytrue([
        for rule in aws_s3_bucket_cors_configuration.documents[0].cors_rule :
        contains(rule.allowed_methods, "PUT") && contains(coalesce(rule.allowed_headers, []), header)
      ])
    ])
    error_message = "The preflight of an upload would fail."
  }

  assert {
    condition = anytrue([
      for rule in aws_s3_bucket_cors_configuration.documents[0].cors_rule :
      rule.allowed_methods == toset(["GET"]) && rule.allowed_origins == toset(["*"])
    ])
    error_message = "A browser could not follow the redirect to a large result."
  }
}

run "the_roles_are_narrow" {
  assert {
    condition = alltrue(flatten([
      for policy in aws_iam_role_policy.function : [
        for statement in jsondecode(policy.policy).Statement : [
          [for action in statement.Action : !strcontains(action, "*")],
          [for resource in statement.Resource : length(split(":", resource)) >= 6 && !startswith(resource, "*")],
        ]
      ]
    ]))
    error_message = "A policy allows any action, or names no resource."
  }

  assert {
    condition = !anytrue(flatten([
      for statement in jsondecode(aws_iam_role_policy.function["presigned-url"].policy).Statement : [
        for action in statement.Action : contains(["sqs:ReceiveMessage", "sqs:DeleteMessage"], action)
      ]
    ]))
    error_message = "presigned-url may take jobs from the queue."
  }
}

run "refuses_a_language_that_is_not_read" {
  command = plan

  variables {
    language = "ko"
  }

  expect_failures = [var.language]
}
