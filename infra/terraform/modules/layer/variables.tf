variable "name" {
  description = "Name of the layer. Each change of the zip publishes the next version under it."
  type        = string
}

variable "zip" {
  description = "Path of the layer's zip, as `layerproof build` wrote it."
  type        = string
}

variable "manifest" {
  description = "Path of the manifest beside the zip (`layer.json`). When given, the plan fails unless it describes this zip and this target."
  type        = string
  default     = null
}

variable "runtime" {
  description = "Lambda runtime that the layer was built for."
  type        = string
}

variable "architecture" {
  description = "CPU that the layer was built for."
  type        = string
  default     = "x86_64"

  validation {
    condition     = contains(["x86_64", "arm64"], var.architecture)
    error_message = "The architecture is x86_64 or arm64."
  }
}

variable "description" {
  description = "Shown beside the version in the console."
  type        = string
  default     = null
}

variable "upload" {
  description = "Bucket that the zip goes through, in the region of the layer: a must above 50 MB. Null hands the zip to Lambda directly."
  type        = object({ bucket = string })
  default     = null
}
