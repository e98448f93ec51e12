// Package main drives a cluster the way Go workers do: an informer, paged lists, status patches, a lease.
// It prints "ok NAME" for each thing that works and exits with 1 at the first that does not.
package main

import (
	"context"
	"encoding/json"
	"fmt"
	"os"
	"time"

	corev1 "k8s.io/api/core/v1"
	apierrors "k8s.io/apimachinery/pkg/api/errors"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/apimachinery/pkg/apis/meta/v1/unstructured"
	"k8s.io/apimachinery/pkg/runtime"
	"k8s.io/apimachinery/pkg/runtime/schema"
	"k8s.io/apimachinery/pkg/types"
	"k8s.io/client-go/discovery"
	"k8s.io/client-go/dynamic"
	"k8s.io/client-go/dynamic/dynamicinformer"
	"k8s.io/client-go/kubernetes"
	"k8s.io/client-go/rest"
	"k8s.io/client-go/tools/cache"
	"k8s.io/client-go/tools/clientcmd"
	"k8s.io/client-go/tools/leaderelection"
	"k8s.io/client-go/tools/leaderelection/resourcelock"
	"k8s.io/client-go/tools/pager"
)

const (
	executions = 1201
	label      = "kontinue.cloud/worker-group"
)

var resource = schema.GroupVersionResource{Group: "kontinue.cloud", Version: "v1alpha1", Resource: "executions"}

func must(name string, err error) {
	if err != nil {
		fmt.Printf("failed %s: %v\n", name, err)
		os.Exit(1)
	}
	fmt.Println("ok", name)
}

func check(name string, holds bool, found any) {
	if !holds {
		must(name, fmt.Errorf("found %v", found))
	}
	must(name, nil)
}

func main() {
	ctx, cancel := context.WithTimeout(context.Background(), 50*time.Second)
	defer cancel()
	config, err := clientcmd.BuildConfigFromFlags("", os.Getenv("KUBECONFIG"))
	must("kubeconfig", err)
	config.QPS, config.Burst = -1, -1
	namespace := os.Args[1]
	typed, err := kubernetes.NewForConfig(config)
	must("typed client", err)
	client := dynamic.NewForConfigOrDie(config).Resource(resource).Namespace(namespace)

	discovers(typed.Discovery())
	_, err = typed.CoreV1().Namespaces().Create(ctx,
		&corev1.Namespace{ObjectMeta: metav1.ObjectMeta{Name: namespace}}, metav1.CreateOptions{})
	must("namespace", err)
	watched := informs(ctx, config, namespace)
	creates(ctx, client)
	watched.settles(executions)
	pages(ctx, client)
	conflicts(ctx, client)
	watches(ctx, client)
	servesPods(ctx, config, namespace)
	leads(ctx, typed, namespace)
	must("delete collection", client.DeleteCollection(ctx, metav1.DeleteOptions{}, metav1.ListOptions{}))
	watched.settles(0)
	must("delete namespace", typed.CoreV1().Namespaces().Delete(ctx, namespace, metav1.DeleteOptions{}))
}

func discovers(client discovery.DiscoveryInterface) {
	_, lists, err := client.ServerGroupsAndResources()
	must("discovery", err)
	found := false
	for _, list := range lists {
		for _, one := range list.APIResources {
			found = found || one.Name == "executions" && one.Kind == "Execution" && one.Namespaced
		}
	}
	check("executions discovered", found, lists)
}

type watched struct{ store cache.Store }

func (w watched) settles(want int) {
	deadline := time.Now().Add(20 * time.Second)
	for len(w.store.List()) != want && time.Now().Before(deadline) {
		time.Sleep(20 * time.Millisecond)
	}
	check(fmt.Sprintf("informer holds %d", want), len(w.store.List()) == want, len(w.store.List()))
}

func informs(ctx context.Context, config *rest.Config, namespace string) watched {
	factory := dynamicinformer.NewFilteredDynamicSharedInformerFactory(
		dynamic.NewForConfigOrDie(config), 0, namespace, func(options *metav1.ListOptions) {
			options.LabelSelector = label + "=g1"
		})
	informer := factory.ForResource(resource).Informer()
	factory.Start(ctx.Done())
	sync, stop := context.WithTimeout(ctx, 20*time.Second)
	defer stop()
	check("informer synced", cache.WaitForCacheSync(sync.Done(), informer.HasSynced), "no sync")
	return watched{informer.GetStore()}
}

func execution(name string) *unstructured.Unstructured {
	return &unstructured.Unstructured{Object: map[string]any{
		"apiVersion": "kontinue.cloud/v1alpha1",
		"kind":       "Execution",
		"metadata":   map[string]any{"name": name, "labels": map[string]any{label: "g1"}},
		"spec":       map[string]any{"function": "conformance-sleep", "arguments": map[string]any{"seconds": 1.4}},
	}}
}

func creates(ctx context.Context, client dynamic.ResourceInterface) {
	for i := 0; i < executions; i++ {
		_, err := client.Create(ctx, execution(fmt.Sprintf("e%04d", i)), metav1.CreateOptions{})
		if err != nil {
			must("create", err)
		}
	}
	must("create", nil)
	_, err := client.Create(ctx, execution("e0000"), metav1.CreateOptions{})
	check("already exists", apierrors.IsAlreadyExists(err), err)
	invalid := execution("invalid")
	invalid.Object["spec"] = map[string]any{}
	_, err = client.Create(ctx, invalid, metav1.CreateOptions{})
	check("invalid", apierrors.IsInvalid(err), err)
}

func pages(ctx context.Context, client dynamic.ResourceInterface) {
	first, err := client.List(ctx, metav1.ListOptions{Limit: 500})
	must("first page", err)
	check("first page is of 500", len(first.Items) == 500, len(first.Items))
	check("remaining items", *first.GetRemainingItemCount() == 701, *first.GetRemainingItemCount())
	seen := 0
	err = pager.New(pager.SimplePageFunc(func(options metav1.ListOptions) (runtime.Object, error) {
		return client.List(ctx, options)
	})).EachListItem(ctx, metav1.ListOptions{Limit: 500}, func(runtime.Object) error {
		seen++
		return nil
	})
	must("pager", err)
	check("pager saw all", seen == executions, seen)
	_, err = client.List(ctx, metav1.ListOptions{ResourceVersion: "1", ResourceVersionMatch: "Exact"})
	check("old revision is gone", apierrors.IsResourceExpired(err) || apierrors.IsGone(err), err)
}

func conflicts(ctx context.Context, client dynamic.ResourceInterface) {
	patch := func(version string, phase string) (*unstructured.Unstructured, error) {
		body, _ := json.Marshal(map[string]any{
			"metadata": map[string]any{"resourceVersion": version},
			"status":   map[string]any{"phase": phase, "worker": "w1"},
		})
		return client.Patch(ctx, "e0001", types.MergePatchType, body, metav1.PatchOptions{}, "status")
	}
	old, err := client.Get(ctx, "e0001", metav1.GetOptions{})
	must("get", err)
	_, err = patch(old.GetResourceVersion(), "Executing")
	must("status patch", err)
	_, err = patch(old.GetResourceVersion(), "Failed")
	check("second status patch conflicts", apierrors.IsConflict(err), err)
	_, err = client.UpdateStatus(ctx, old, metav1.UpdateOptions{})
	check("old status update conflicts", apierrors.IsConflict(err), err)
}

func watches(ctx context.Context, client dynamic.ResourceInterface) {
	list, err := client.List(ctx, metav1.ListOptions{LabelSelector: "tier=back"})
	must("list by label", err)
	watch, err := client.Watch(ctx, metav1.ListOptions{
		LabelSelector: "tier=back", ResourceVersion: list.GetResourceVersion(), AllowWatchBookmarks: true})
	must("watch", err)
	defer watch.Stop()
	for _, tier := range []string{"back", "front"} {
		body := fmt.Sprintf(`{"metadata":{"labels":{"tier":%q}}}`, tier)
		_, err = client.Patch(ctx, "e0002", types.MergePatchType, []byte(body), metav1.PatchOptions{})
		must("label "+tier, err)
	}
	for _, want := range []string{"ADDED", "DELETED"} {
		select {
		case event := <-watch.ResultChan():
			check("watch tells "+want, string(event.Type) == want, event.Type)
		case <-time.After(10 * time.Second):
			check("watch tells "+want, false, "nothing")
		}
	}
}

// servesPods uses the typed client as it is, and as components do that ask for protobuf first.
func servesPods(ctx context.Context, config *rest.Config, namespace string) {
	pod := &corev1.Pod{
		ObjectMeta: metav1.ObjectMeta{Name: "worker", Labels: map[string]string{"app": "kontinue-worker"}},
		Spec:       corev1.PodSpec{Containers: []corev1.Container{{Name: "worker", Image: "worker"}}},
	}
	pods := kubernetes.NewForConfigOrDie(config).CoreV1().Pods(namespace)
	created, err := pods.Create(ctx, pod, metav1.CreateOptions{})
	must("pod", err)
	created.Status.PodIP = "127.0.0.1"
	_, err = pods.UpdateStatus(ctx, created, metav1.UpdateOptions{})
	must("pod status", err)
	accepting := rest.CopyConfig(config)
	accepting.AcceptContentTypes = "application/vnd.kubernetes.protobuf,application/json"
	list, err := kubernetes.NewForConfigOrDie(accepting).CoreV1().Pods(namespace).List(ctx, metav1.ListOptions{})
	must("pods for who prefers protobuf", err)
	check("pod address", list.Items[0].Status.PodIP == "127.0.0.1", list.Items)
}

func leads(ctx context.Context, typed kubernetes.Interface, namespace string) {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	lock, err := resourcelock.New(resourcelock.LeasesResourceLock, namespace, "leader",
		typed.CoreV1(), typed.CoordinationV1(), resourcelock.ResourceLockConfig{Identity: "w1"})
	must("lease", err)
	leading := make(chan struct{})
	go leaderelection.RunOrDie(ctx, leaderelection.LeaderElectionConfig{
		Lock: lock, LeaseDuration: 15 * time.Second, RenewDeadline: 10 * time.Second, RetryPeriod: 2 * time.Second,
		Callbacks: leaderelection.LeaderCallbacks{
			OnStartedLeading: func(context.Context) { close(leading) },
			OnStoppedLeading: func() {},
		},
	})
	select {
	case <-leading:
		must("leader election", nil)
	case <-time.After(10 * time.Second):
		check("leader election", false, "no leader")
	}
}
