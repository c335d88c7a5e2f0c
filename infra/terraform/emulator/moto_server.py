"""moto's server (same arguments), with what the Terraform module needs and moto 5.2 does differently from AWS.

Each patch names the symptom without it. All are made in memory, at start; nothing of moto on disk changes.
"""

import json

from moto.iam.access_control import IAMPolicy, PermissionResult
from moto.s3.models import FakeBucket
from moto.server import main
from moto.sqs.models import Queue


def queue_attributes_as_aws_writes_them() -> None:
    """RedrivePolicy is compact JSON on AWS. With moto's spaces every plan wants to change the queue."""
    original = Queue.attributes.fget

    def attributes(self):
        result = original(self)
        if "RedrivePolicy" in result and result["RedrivePolicy"]:
            result["RedrivePolicy"] = json.dumps(self.redrive_policy, separators=(",", ":"))
        return result

    Queue.attributes = property(attributes)


def event_source_mappings_at_rest() -> None:
    """An event source mapping stays a resource that moto does not run.

    moto would receive the message inside SendMessage, in vain since no container engine is there, and hide it from whoever
    plays Lambda's part: the end-to-end run takes messages from the queue itself.
    """

    class NoMappings(dict):
        def __setitem__(self, function_arn, mapping):
            pass

    Queue.lambda_event_source_mappings = property(lambda self: NoMappings(), lambda self, value: None)


def conditional_denials_left_out() -> None:
    """A Deny with a Condition is left out of a bucket's policy.

    moto takes every such Deny as met. Our bucket denies what comes without TLS, and moto has no TLS: every object would
    answer 403.
    """

    def get_permission(self, action, resource):
        if self.policy is None:
            return PermissionResult.NEUTRAL
        policy = json.loads(self.policy)
        policy["Statement"] = [
            statement
            for statement in policy["Statement"]
            if not (statement["Effect"] == "Deny" and "Condition" in statement)
        ]
        return IAMPolicy(json.dumps(policy)).is_action_permitted(action, resource)

    FakeBucket.get_permission = get_permission


if __name__ == "__main__":
    queue_attributes_as_aws_writes_them()
    event_source_mappings_at_rest()
    conditional_denials_left_out()
    main()
