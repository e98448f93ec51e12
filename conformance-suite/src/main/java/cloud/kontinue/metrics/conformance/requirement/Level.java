package cloud.kontinue.metrics.conformance.requirement;

/** How binding a requirement is. */
public enum Level {
    /** A sentence of the page, or a name, type or label set that it shows. */
    REQUIRED,
    /** The natural reading of an example of the page. */
    EXPECTED,
    /** Good practice that the page is silent on; never makes a worker nonconforming. */
    ADVISORY
}
