package cloud.kontinue.metrics.conformance.cli;

/** What libraries may write on a user's terminal: nothing, unless asked. */
final class Logging {

    private static final String LEVEL = "org.slf4j.simpleLogger.defaultLogLevel";

    private Logging() {}

    /** Silences libraries; takes effect only before the first of them logs. */
    static void quiet() {
        System.setProperty(LEVEL, "off");
        System.setProperty("vertx.logger-delegate-factory-class-name", "io.vertx.core.logging.SLF4JLogDelegateFactory");
    }

    /** Lets libraries warn; takes effect only before the first of them logs. */
    static void verbose() {
        System.setProperty(LEVEL, "warn");
    }
}
