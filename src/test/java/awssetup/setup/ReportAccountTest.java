package awssetup.setup;

import static awssetup.setup.DetailsTest.refuses;
import static awssetup.setup.Stories.ALL;
import static awssetup.setup.Stories.ANOTHER;
import static awssetup.setup.Stories.GLOBEXS;
import static awssetup.setup.Stories.kinds;
import static awssetup.setup.Stories.notices;
import static awssetup.testkit.People.Ids.CARLA;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ReportAccountTest {
  private static final Set<PreparationItem> ALL_BUT_SCPS =
      EnumSet.complementOf(EnumSet.of(PreparationItem.SCPS));

  @Test
  void account_and_preparation_together_make_it_ready() {
    Story globex = Stories.globex().detailed().later(Duration.ofHours(3)).prepared();
    assertThat(notices(globex.last())).containsExactly(Notice.ACCOUNT_READY);
    assertThat(kinds(globex.last()))
        .containsExactly(AuditEvent.Kind.ACCOUNT_REPORTED, AuditEvent.Kind.PREPARATION_TICKED);
    assertThat(globex.setup().account()).contains(new TargetAccount(GLOBEXS, CARLA, globex.now()));
    assertThat(globex.setup().preparedAt()).contains(globex.now());
  }

  @Test
  void parts_are_kept_and_only_the_last_makes_it_ready() {
    Story globex = Stories.globex().detailed();
    globex.does(reporting(null, EnumSet.of(PreparationItem.ROOT_MFA)));
    assertThat(notices(globex.last())).isEmpty();
    globex.does(reporting(GLOBEXS, ALL_BUT_SCPS));
    assertThat(notices(globex.last())).isEmpty();
    assertThat(globex.setup().unprepared()).containsExactly(PreparationItem.SCPS);
    globex.does(reporting(null, ALL));
    assertThat(notices(globex.last())).containsExactly(Notice.ACCOUNT_READY);
    assertThat(globex.setup().account().orElseThrow().id()).isEqualTo(GLOBEXS);
  }

  @Test
  void same_report_again_changes_nothing() {
    Story globex = Stories.globex().detailed().prepared().later(Duration.ofMinutes(1));
    assertThat(globex.trying(reporting(GLOBEXS, ALL)).isNone()).isTrue();
    assertThat(globex.trying(reporting(null, ALL)).isNone()).isTrue();
  }

  @Test
  void another_id_before_the_review_is_not_announced_again() {
    Story globex = Stories.globex().detailed().prepared().corrected();
    assertThat(globex.setup().account().orElseThrow().id()).isEqualTo(ANOTHER);
    assertThat(globex.last().messages()).isEmpty();
    assertThat(kinds(globex.last())).containsExactly(AuditEvent.Kind.ACCOUNT_REPORTED);
  }

  @Test
  void what_was_found_undone_after_the_review_can_be_ticked_after_the_acceptance() {
    Story globex = Stories.globex().invited();
    globex.does(reporting(GLOBEXS, ALL_BUT_SCPS)).seen(TransferStatus.ACCEPTED).roleAnswers();
    assertThat(globex.status().turn().orElseThrow().step()).isEqualTo(StepKey.ACCOUNT);
    assertThat(globex.status().actions()).contains(CardAction.REPORT_ACCOUNT);
    globex.does(reporting(GLOBEXS, ALL));
    assertThat(globex.status().allDone()).isTrue();
  }

  @Test
  void another_id_is_refused_after_the_acceptance() {
    Story globex = Stories.globex().invited().seen(TransferStatus.ACCEPTED);
    refuses(globex, reporting(ANOTHER, ALL), NotPossible.Why.ALREADY_ACCEPTED);
  }

  @Test
  void is_refused_without_details_for_a_transfer_and_after_the_end() {
    refuses(Stories.globex(), reporting(GLOBEXS, ALL), NotPossible.Why.NOT_READY);
    refuses(Stories.acme().detailed(), reporting(GLOBEXS, ALL), NotPossible.Why.OTHER_OPTION);
    refuses(Stories.globex().cancelled(), reporting(GLOBEXS, ALL), NotPossible.Why.ENDED);
  }

  private static ReportAccount reporting(AccountId account, Set<PreparationItem> ticked) {
    return new ReportAccount(CARLA, Optional.ofNullable(account), ticked);
  }
}
