package cloud.kontinue.metrics.exporter.kubernetes;

import cloud.kontinue.metrics.exporter.execution.ClusterException;
import cloud.kontinue.metrics.exporter.execution.Execution;
import java.util.function.BiConsumer;
import java.util.function.Supplier;

/** Lists Executions page by page; only one page is ever under way, and nothing of it is kept here. */
final class PagedList {

    private static final int PAGE = 500;
    private static final int GONE = 410;

    /** So often a list is begun again whose next page expired, before it is given up. */
    private static final int RESTARTS = 3;

    private final ApiClient api;

    PagedList(ApiClient api) {
        this.api = api;
    }

    /** What a whole list was made into, and the resource version that it shows. */
    record Listed<A>(A value, String resourceVersion) {}

    /**
     * Lists what is at that path, all pages at one resource version.
     *
     * @param query empty, or what narrows the list
     * @param fresh begins what the Executions are added to; anew where the list is begun again
     */
    <A> Listed<A> list(String path, String query, Supplier<A> fresh, BiConsumer<A, Execution> add)
            throws ClusterException, InterruptedException {
        for (int restarts = 0; ; restarts++) {
            try {
                return once(path, query, fresh.get(), add);
            } catch (ClusterException e) {
                if (!e.answered(GONE) || restarts == RESTARTS) {
                    throw e;
                }
            }
        }
    }

    private <A> Listed<A> once(String path, String query, A into, BiConsumer<A, Execution> add)
            throws ClusterException, InterruptedException {
        var first = path + "?limit=" + PAGE + (query.isEmpty() ? "" : "&" + query);
        var page = page(first, into, add);
        while (!page.next().isEmpty()) {
            page = page(first + "&continue=" + ExecutionPaths.encode(page.next()), into, add);
        }
        return new Listed<>(into, page.resourceVersion());
    }

    private <A> ExecutionPage page(String pathAndQuery, A into, BiConsumer<A, Execution> add)
            throws ClusterException, InterruptedException {
        return api.get(pathAndQuery, body -> ExecutionPage.read(body, execution -> add.accept(into, execution)));
    }
}
