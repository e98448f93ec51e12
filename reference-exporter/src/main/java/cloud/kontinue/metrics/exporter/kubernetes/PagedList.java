package cloud.kontinue.metrics.exporter.kubernetes;

import cloud.kontinue.metrics.exporter.execution.ClusterException;
import cloud.kontinue.metrics.exporter.execution.Execution;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.function.BiConsumer;
import java.util.function.Supplier;

/** Lists Executions page by page; only one page is ever under way, and nothing of it is kept here. */
final class PagedList {

    private static final int PAGE = 500;
    private static final int GONE = 410;

    /** So often a list is begun again whose next page expired, before it is given up. */
    private static final int RESTARTS = 3;

    private final ExecutionPages pages;

    PagedList(ExecutionPages pages) {
        this.pages = pages;
    }

    /**
     * Lists what is at that path, all pages at one resource version, and returns what it was made into.
     *
     * @param fresh begins what the Executions are added to; anew where the list is begun again
     */
    <A> A list(String path, Supplier<A> fresh, BiConsumer<A, Execution> add)
            throws ClusterException, InterruptedException {
        for (int restarts = 0; ; restarts++) {
            try {
                return once(path, fresh.get(), add);
            } catch (ClusterException e) {
                if (!e.answered(GONE) || restarts == RESTARTS) {
                    throw e;
                }
            }
        }
    }

    private <A> A once(String path, A into, BiConsumer<A, Execution> add)
            throws ClusterException, InterruptedException {
        var first = path + "?limit=" + PAGE;
        var page = pages.get(first, execution -> add.accept(into, execution));
        while (!page.next().isEmpty()) {
            var token = URLEncoder.encode(page.next(), StandardCharsets.UTF_8);
            page = pages.get(first + "&continue=" + token, execution -> add.accept(into, execution));
        }
        return into;
    }
}
