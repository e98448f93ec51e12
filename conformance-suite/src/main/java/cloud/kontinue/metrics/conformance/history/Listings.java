package cloud.kontinue.metrics.conformance.history;

import cloud.kontinue.metrics.conformance.recording.ApiRequestSeen;
import cloud.kontinue.metrics.conformance.recording.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Joins the pages of a worker's listings of Executions. */
public final class Listings {

    private Listings() {}

    /** Returns the listings in the order of their beginnings; those that select some Executions only are left out. */
    public static List<Listing> of(WorkerLife worker) {
        List<ApiRequestSeen> pages = worker.requests().stream()
                .filter(request ->
                        request.verb().equals("list") && request.resource().equals("executions"))
                .filter(request -> !has(request, "labelSelector") && !has(request, "fieldSelector"))
                .sorted(Comparator.comparingLong(request -> request.span().from()))
                .toList();
        List<Listing> listings = new ArrayList<>();
        Map<String, Integer> openByNamespace = new HashMap<>();
        for (ApiRequestSeen page : pages) {
            boolean complete = page.status() == 200;
            boolean denied = page.status() == 403 || page.status() == 401;
            Integer open = openByNamespace.get(page.namespace());
            if (open != null && has(page, "continue")) {
                Listing before = listings.get(open);
                Span span = new Span(
                        before.span().from(),
                        Math.max(before.span().to(), page.span().to()));
                listings.set(open, new Listing(span, before.denied() || denied, before.complete() && complete));
            } else {
                openByNamespace.put(page.namespace(), listings.size());
                listings.add(new Listing(page.span(), denied, complete));
            }
        }
        return listings;
    }

    private static boolean has(ApiRequestSeen request, String parameter) {
        for (String pair : request.query().split("&", -1)) {
            if (pair.startsWith(parameter + "=") && pair.length() > parameter.length() + 1) {
                return true;
            }
        }
        return false;
    }
}
