# AWS advises at least five for Lambda (https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-configure.html). The pipeline
# begins a job five times and needs one delivery more to record that it gave up.
locals {
  maximum_receives = 6
}

resource "aws_sqs_queue" "dead_letters" {
  name                      = "${var.name}-dead-letters"
  message_retention_seconds = 1209600 # 14 days, the longest that SQS keeps a message
  sqs_managed_sse_enabled   = true
}

resource "aws_sqs_queue" "jobs" {
  name                    = "${var.name}-jobs"
  sqs_managed_sse_enabled = true

  # Six times the function's timeout, by the same page of AWS: a throttled batch is tried again before it reappears.
  visibility_timeout_seconds = 6 * var.processor_timeout

  redrive_policy = jsonencode({
    deadLetterTargetArn = aws_sqs_queue.dead_letters.arn
    maxReceiveCount     = local.maximum_receives
  })
}

resource "aws_lambda_event_source_mapping" "jobs" {
  event_source_arn        = aws_sqs_queue.jobs.arn
  function_name           = aws_lambda_function.this["ocr-processor"].arn
  function_response_types = ["ReportBatchItemFailures"]

  # One document a call, so that the timeout is one document's.
  batch_size = 1

  scaling_config {
    maximum_concurrency = var.maximum_concurrency
  }
}
