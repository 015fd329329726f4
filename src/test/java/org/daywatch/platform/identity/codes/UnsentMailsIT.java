package org.daywatch.platform.identity.codes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.util.concurrent.atomic.AtomicInteger;
import org.daywatch._story.DaywatchIT;
import org.daywatch._story.Story;
import org.daywatch.platform.texts.Texts;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mail.SimpleMailMessage;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** A demonstration with a mail server at hand still sends nothing, shows what it would have sent, and keeps no code. */
@DaywatchIT
class UnsentMailsIT {

    @Autowired Story story;
    @Autowired Texts texts;
    @Autowired Clock clock;

    private final AtomicInteger sent = new AtomicInteger();

    @Test
    void whatWouldHaveBeenSentIsShownWithoutItsCodeAndNothingLeaves() {
        var unsent = new UnsentMails(clock);
        var mail = demonstration(unsent);
        mail.send("jo@demo.daywatch.example", "en", "invitation", "Jo", "Mesquite Unified", "Ada Alder",
                "https://x.example/invitation?code=aB3_-secret");
        mail.send("jo@demo.daywatch.example", "es", "reset", "Jo",
                "https://x.example/sign-in/reset?code=other-Secret_9");
        assertThat(sent).hasValue(0);
        assertThat(mail.possible()).as("a page must not claim that it was mailed").isFalse();
        assertThat(unsent.list()).extracting(UnsentMails.Mail::subject)
                .containsExactly(texts.of("es", "mail.reset.subject", "Jo", ""), "Invitation to Mesquite Unified");
        assertThat(unsent.list()).allSatisfy(m -> assertThat(m.body()).contains("?code=…").doesNotContain("ecret"));
        for (int i = 0; i < 80; i++) mail.send("jo@demo.daywatch.example", "en", "password-changed", "Jo");
        assertThat(unsent.list()).hasSize(50);
    }

    @Test
    void whatIsRolledBackWouldNotHaveBeenSent() {
        var cast = story.cast();
        var unsent = new UnsentMails(clock);
        assertThatThrownBy(() -> story.run(cast.agency(), () -> {
            demonstration(unsent).send("jo@demo.daywatch.example", "en", "password-changed", "Jo");
            throw new IllegalStateException("the change did not come true");
        })).hasMessageContaining("did not come true");
        assertThat(unsent.list()).isEmpty();
    }

    private AccountMail demonstration(UnsentMails unsent) {
        var server = new JavaMailSenderImpl() {
            @Override
            public void send(SimpleMailMessage... messages) {
                sent.incrementAndGet();
            }
        };
        return new AccountMail(
                () -> java.util.Optional
                        .of(new org.daywatch.platform.outgoing.MailWay.Mail(server, "daywatch@agency.example")),
                texts, true, org.daywatch.platform.copy.RestoredCopy.none(), unsent);
    }
}
