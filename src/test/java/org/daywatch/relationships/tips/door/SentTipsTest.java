package org.daywatch.relationships.tips.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.daywatch._story.TestClock;
import org.daywatch.relationships.tips.ring.TipAnswer;
import org.junit.jupiter.api.Test;

/** A form that is sent twice keeps one tip, and nothing of it is remembered after its quarter hour. */
class SentTipsTest {

    private static final Duration BUCKET = Duration.ofMinutes(15);

    private final TestClock clock = new TestClock();
    private final List<CompletableFuture<TipAnswer>> arrived = new ArrayList<>();

    private CompletionStage<TipAnswer> arrive() {
        arrived.add(new CompletableFuture<>());
        return arrived.getLast();
    }

    private SentTips forms(Duration receipts) {
        return new SentTips(clock, BUCKET, receipts);
    }

    @Test
    void pressedTwiceItArrivesOnceAndBothAreToldTheSameReceipt() {
        var forms = forms(BUCKET);
        var first = forms.once("form 1", "1111", this::arrive);
        var again = forms.once("form 1", "2222", this::arrive);
        assertThat(arrived).hasSize(1);
        assertThat(again.answer()).isSameAs(first.answer());
        assertThat(again.receipt()).hasValue("1111");
        assertThat(forms.once("form 1, other words", "3333", this::arrive).receipt()).hasValue("3333");
        assertThat(arrived).as("other words are another tip").hasSize(2);
    }

    @Test
    void whatWasNotKeptIsSentAnew() {
        var forms = forms(BUCKET);
        forms.once("form 1", "1111", this::arrive);
        arrived.getFirst().complete(new TipAnswer.NotKept());
        await().atMost(Duration.ofSeconds(20)).until(() -> forms.remembered() == 0);
        assertThat(forms.once("form 1", "2222", this::arrive).receipt()).hasValue("2222");
        assertThat(arrived).hasSize(2);
    }

    @Test
    void theReceiptIsForgottenSoonAndTheFormWithItsQuarterHour() {
        var forms = forms(Duration.ofMillis(1));
        var sent = forms.once("form 1", "1111", this::arrive);
        arrived.getFirst().complete(new TipAnswer.Kept(UUID.randomUUID(), false));
        await().atMost(Duration.ofSeconds(20)).until(() -> sent.receipt().isEmpty());
        assertThat(forms.once("form 1", "2222", this::arrive).receipt()).as("it is kept, and not shown again")
                .isEmpty();
        assertThat(arrived).hasSize(1);
        clock.move(BUCKET);
        forms.forgetOlder();
        assertThat(forms.remembered()).isZero();
    }
}
