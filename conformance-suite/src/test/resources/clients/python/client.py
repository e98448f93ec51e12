"""Drives a cluster the way Python workers do: paged lists, a watch, status patches, pods.

Prints "ok NAME" for each thing that works and exits with 1 at the first that does not.
"""

import sys

from kubernetes import client, config, watch
from kubernetes.client.rest import ApiException

OF = {"group": "kontinue.cloud", "version": "v1alpha1", "plural": "executions"}


def check(name, holds, found=""):
    if not holds:
        print(f"failed {name}: found {found}")
        sys.exit(1)
    print("ok", name)


def refused(name, code, call):
    try:
        call()
    except ApiException as refusal:
        check(name, refusal.status == code, refusal.status)
        return
    check(name, False, "no refusal")


def execution(name, labels):
    return {
        "apiVersion": "kontinue.cloud/v1alpha1",
        "kind": "Execution",
        "metadata": {"name": name, "labels": labels},
        "spec": {"function": "conformance-sleep", "arguments": {"seconds": 1.4}},
    }


def main(namespace):
    config.load_kube_config()
    core = client.CoreV1Api()
    executions = client.CustomObjectsApi()
    here = dict(OF, namespace=namespace)
    check("version", client.VersionApi().get_code().git_version)
    core.create_namespace({"metadata": {"name": namespace}})

    for i in range(25):
        executions.create_namespaced_custom_object(body=execution(f"e{i:02}", {"kontinue.cloud/worker-group": "g1"}), **here)
    refused("already exists", 409, lambda: executions.create_namespaced_custom_object(body=execution("e00", {}), **here))

    names, more, revisions = [], None, set()
    while more != "":
        page = executions.list_namespaced_custom_object(limit=10, _continue=more, **here)
        names += [item["metadata"]["name"] for item in page["items"]]
        revisions.add(page["metadata"]["resourceVersion"])
        more = page["metadata"].get("continue", "")
    check("pages", names == [f"e{i:02}" for i in range(25)], names)
    check("pages of one revision", len(revisions) == 1, revisions)

    status = {"status": {"phase": "Executing", "worker": "w1"}}
    old = executions.get_namespaced_custom_object(name="e01", **here)["metadata"]["resourceVersion"]
    patched = executions.patch_namespaced_custom_object_status(name="e01", body=status, **here)
    check("status patch", patched["status"]["worker"] == "w1", patched)
    stale = dict(status, metadata={"resourceVersion": old})
    refused("stale status patch", 409, lambda: executions.patch_namespaced_custom_object_status(name="e01", body=stale, **here))

    seen = []
    for event in watch.Watch().stream(
        executions.list_namespaced_custom_object, resource_version=revisions.pop(), timeout_seconds=1, **here
    ):
        seen.append((event["type"], event["object"]["metadata"]["name"]))
    check("watch from a revision", seen == [("MODIFIED", "e01")], seen)

    core.create_namespaced_pod(
        namespace, {"metadata": {"name": "worker"}, "spec": {"containers": [{"name": "worker", "image": "worker"}]}}
    )
    check("pods", [pod.metadata.name for pod in core.list_namespaced_pod(namespace).items] == ["worker"])
    executions.delete_namespaced_custom_object(name="e01", **here)
    refused("deleted", 404, lambda: executions.get_namespaced_custom_object(name="e01", **here))
    core.delete_namespace(namespace)
    check("done", True)


if __name__ == "__main__":
    main(sys.argv[1])
