package cloud.kontinue.metrics.conformance.cluster.embedded;

import tools.jackson.databind.node.ObjectNode;

/** Answers clients that ask who they are and what they may do. */
final class Reviews {

    private final Denials denials;

    Reviews(Denials denials) {
        this.denials = denials;
    }

    Answer review(ApiCall call) {
        ObjectNode review = call.object();
        String identity = call.http().identity();
        ObjectNode status = review.putObject("status");
        if (call.target().type().kind().equals("SelfSubjectReview")) {
            ObjectNode user = status.putObject("userInfo");
            user.put("username", user(identity)).putArray("groups").add("system:authenticated");
        } else {
            String resource = Json.text(review.path("spec").path("resourceAttributes"), "resource");
            String verb = Json.text(review.path("spec").path("resourceAttributes"), "verb");
            status.put("allowed", !verb.equals("list") || denials.mayList(identity, resource));
        }
        return Answer.Document.json(201, review);
    }

    static String user(String identity) {
        return identity.isEmpty() ? "kontinue-conformance" : identity;
    }
}
