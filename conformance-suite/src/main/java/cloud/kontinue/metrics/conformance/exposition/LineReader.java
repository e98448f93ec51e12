package cloud.kontinue.metrics.conformance.exposition;

/** Reads one line after the other by the rules of one format. */
interface LineReader {

    /** Reads a line, whose bytes are UTF-8. */
    void read(Cursor line) throws LineException;
}
