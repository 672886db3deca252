package awssetup.slack.handlers;

import awssetup.ports.RequestId;
import awssetup.setup.SetupId;
import awssetup.setup.UserId;
import awssetup.slack.words.RequestIds;
import com.slack.api.bolt.context.builtin.ViewSubmissionContext;
import com.slack.api.bolt.request.builtin.ViewSubmissionRequest;
import com.slack.api.bolt.response.Response;
import com.slack.api.model.view.View;
import java.util.Map;
import java.util.Optional;

/** A modal that was submitted. Everything in it is input like any other. */
record Submission(ViewSubmissionRequest request, ViewSubmissionContext ctx) {

  UserId by() {
    return new UserId(request.getPayload().getUser().getId());
  }

  RequestId id() {
    return RequestIds.of(request);
  }

  View view() {
    return request.getPayload().getView();
  }

  /** The setup that the modal names. */
  Optional<SetupId> setup() {
    return SetupId.parse(view().getPrivateMetadata());
  }

  /** Leaves the modal open, with this sentence on a field. */
  Response error(String field, String sentence) {
    return ctx.ackWithErrors(Map.of(field, sentence));
  }
}
