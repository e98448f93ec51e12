package cloud.kontinue.metrics.conformance.cluster;

/** Takes away one identity's right to list Executions, and gives it back; watches and single gets go on. */
public interface ListingRights {

    /** From the return of this method on the identity's listings are answered 403. */
    void deny(String identity);

    /** From the return of this method on the identity may list again. */
    void allow(String identity);
}
