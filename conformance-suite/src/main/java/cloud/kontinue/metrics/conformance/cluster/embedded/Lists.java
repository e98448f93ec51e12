package cloud.kontinue.metrics.conformance.cluster.embedded;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.stream.Stream;

/** Answers lists, whole or by pages; all pages of a list are of one revision. */
final class Lists {

    private static final String CONTINUE_EXPIRED = "The provided continue parameter is too old to display a consistent"
            + " list result. You must start a new list without the continue parameter.";

    private final Store store;

    Lists(Store store) {
        this.store = store;
    }

    Page list(Selection selection, ListOptions options) {
        long asked = options.resourceVersion().orElse(0L);
        if (asked > store.revision()) {
            throw Problem.notYet(asked, store.revision());
        }
        boolean exact = options.match().equals(ListOptions.EXACT)
                || (asked > 0 && options.limit() > 0 && options.match().isEmpty());
        // As the API server does: what may come from its cache comes whole.
        boolean any = options.next().isEmpty()
                && options.resourceVersion().filter(version -> version == 0).isPresent();
        long at = options.next().map(ContinueToken::revision).orElse(exact ? asked : store.revision());
        return page(selection, at, options.next(), any ? 0 : options.limit(), exact);
    }

    private Page page(Selection selection, long at, Optional<ContinueToken> token, long limit, boolean exact) {
        String expired = exact ? "The resourceVersion for the provided list is too old." : CONTINUE_EXPIRED;
        NavigableMap<Key, Stored> live = store.live(selection.type());
        NavigableMap<Key, Optional<Stored>> then = store.differences(selection.type(), at, expired);
        Key start = new Key(selection.namespace(), "");
        Optional<Key> key = next(live, then, token.map(ContinueToken::after).orElse(start));
        List<Stored> items = new ArrayList<>();
        while (key.filter(candidate -> within(selection, candidate)).isPresent()) {
            Key here = key.get();
            Optional<Stored> object = then.containsKey(here) ? then.get(here) : Optional.ofNullable(live.get(here));
            if (object.filter(selection).isPresent()) {
                if (limit > 0 && items.size() == limit) {
                    long remaining = remaining(selection, token, live, then) - items.size();
                    Key last = items.get(items.size() - 1).key();
                    String more = new ContinueToken(at, last, Math.max(remaining, -1)).toString();
                    return new Page(selection.type(), items, at, more, remaining);
                }
                items.add(object.get());
            }
            key = next(live, then, here);
        }
        return new Page(selection.type(), items, at, "", 0);
    }

    private static boolean within(Selection selection, Key key) {
        return selection.namespace().isEmpty() || key.namespace().equals(selection.namespace());
    }

    private static Optional<Key> next(
            NavigableMap<Key, Stored> live, NavigableMap<Key, Optional<Stored>> then, Key after) {
        return Stream.of(Optional.ofNullable(live.higherKey(after)), Optional.ofNullable(then.higherKey(after)))
                .flatMap(Optional::stream)
                .min(Key::compareTo);
    }

    /** Returns how many objects the page and the rest after it hold; negative where nobody counted. */
    private static long remaining(
            Selection selection,
            Optional<ContinueToken> token,
            NavigableMap<Key, Stored> live,
            NavigableMap<Key, Optional<Stored>> then) {
        if (!selection.everything()) {
            return -1;
        }
        if (token.isPresent()) {
            return token.get().remaining();
        }
        String namespace = selection.namespace();
        long all = namespace.isEmpty()
                ? live.size()
                : live.subMap(new Key(namespace, ""), new Key(namespace + "\0", ""))
                        .size();
        return then.isEmpty() ? all : -1;
    }
}
