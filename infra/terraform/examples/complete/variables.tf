variable "artifacts" {
  description = "Folder that `scripts/aws-artifacts.ts` wrote."
  type        = string
  default     = "../../../../dist/aws"
}

variable "aws_endpoint" {
  description = "Address of an emulator, e.g. `http://127.0.0.1:5000`; null is AWS."
  type        = string
  default     = null
}

variable "region" {
  type    = string
  default = "eu-central-1"
}

variable "name" {
  type    = string
  default = "ocr-pipeline"
}

variable "runtime" {
  type    = string
  default = "nodejs24.x"
}

variable "architecture" {
  type    = string
  default = "x86_64"
}
