package cloud.kontinue.metrics.conformance.cluster.embedded;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Kubernetes' label selectors: {@code a=b, a==b, a!=b, a in (b,c), a notin (b), a, !a}, joined by commas. */
final class LabelSelector implements Predicate<Map<String, String>> {

    private static final String KEY = "[A-Za-z0-9]([A-Za-z0-9_./-]*[A-Za-z0-9])?";
    private static final String VALUE = "[A-Za-z0-9_.-]*";
    private static final Pattern REQUIREMENT = Pattern.compile("\\s*(?:(?<not>!)\\s*(?<absent>" + KEY + ")"
            + "|(?<key>" + KEY + ")\\s*(?:(?<operator>==|=|!=)\\s*(?<value>" + VALUE + ")"
            + "|(?<set>in|notin)\\s*\\((?<values>[^()]*)\\))?)\\s*(?:,|$)");

    private final List<Predicate<Map<String, String>>> requirements = new ArrayList<>();

    private LabelSelector() {}

    static LabelSelector parse(String text) {
        LabelSelector selector = new LabelSelector();
        Matcher matcher = REQUIREMENT.matcher(text);
        int position = 0;
        while (position < text.length()) {
            matcher.region(position, text.length());
            if (!matcher.lookingAt()) {
                throw Problem.badRequest("unable to parse requirement: invalid label selector \"" + text + "\"");
            }
            selector.requirements.add(requirement(matcher));
            position = matcher.end();
        }
        return selector;
    }

    private static Predicate<Map<String, String>> requirement(Matcher matcher) {
        if (matcher.group("not") != null) {
            String absent = matcher.group("absent");
            return labels -> !labels.containsKey(absent);
        }
        String key = matcher.group("key");
        if (matcher.group("set") != null) {
            Set<String> values = Set.copyOf(Pattern.compile(",")
                    .splitAsStream(matcher.group("values"))
                    .map(String::strip)
                    .toList());
            boolean in = matcher.group("set").equals("in");
            return labels -> labels.containsKey(key) ? values.contains(labels.get(key)) == in : !in;
        }
        if (matcher.group("operator") == null) {
            return labels -> labels.containsKey(key);
        }
        String value = matcher.group("value");
        boolean equal = !matcher.group("operator").equals("!=");
        return labels -> value.equals(labels.get(key)) == equal;
    }

    @Override
    public boolean test(Map<String, String> labels) {
        return requirements.stream().allMatch(requirement -> requirement.test(labels));
    }

    boolean isEmpty() {
        return requirements.isEmpty();
    }
}
