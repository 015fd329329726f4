package org.daywatch.platform.identity.codes;

import jakarta.annotation.PreDestroy;
import jakarta.mail.SendFailedException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.daywatch.platform.copy.RestoredCopy;
import org.daywatch.platform.outgoing.LinkMail;
import org.daywatch.platform.outgoing.MailWay;
import org.daywatch.platform.outgoing.NotTaken;
import org.daywatch.platform.texts.Texts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.SimpleMailMessage;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Mails about an account itself: invitation, reset, recovery, changed address. They go to a person, not to a member of
 * an organization, and carry a code that is stored nowhere; so they are sent once, after commit, and never kept. A lost
 * one is asked for again; the demonstration shows in its outbox what it did not send. Sent in the background, so that
 * the answer takes as long whether an account exists or not.
 */
@Component
public class AccountMail implements LinkMail {

    private static final Logger log = LoggerFactory.getLogger(AccountMail.class);

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Set<Thread> underWay = ConcurrentHashMap.newKeySet();
    private final MailWay way;
    private final Texts texts;
    private final boolean demo;
    private final RestoredCopy copy;
    private final UnsentMails unsent;

    AccountMail(MailWay way, Texts texts, @Value("${daywatch.demo:false}") boolean demo, RestoredCopy copy,
            UnsentMails unsent) {
        this.copy = copy;
        this.way = way;
        this.texts = texts;
        this.demo = demo;
        this.unsent = unsent;
    }

    /** Not in a demonstration nor in a restored copy, and not before a mail server is configured. */
    @Override
    public boolean possible() {
        return !demo && !copy.isOne() && way.mail().isPresent();
    }

    @Override
    public void send(String to, String language, String key, Object... arguments) {
        if (!demo && !possible()) return;
        String subject = texts.of(language, "mail." + key + ".subject", arguments);
        String body = texts.of(language, "mail." + key + ".body", arguments) + "\n\n"
                + texts.of(language, "mail.signature");
        if (demo) {
            afterCommit(() -> unsent.keep(to, subject, body));
            return;
        }
        afterCommit(() -> inBackground(
                () -> way.mail().ifPresent(out -> deliver(out, message(out.from(), to, subject, body), key))));
    }

    private void inBackground(Runnable sending) {
        var thread = Thread.ofPlatform().daemon().name("account-mail").unstarted(() -> {
            try {
                sending.run();
            } finally {
                underWay.remove(Thread.currentThread());
            }
        });
        underWay.add(thread);
        thread.start();
    }

    /** A command ends as soon as it has spoken; a letter it has begun is sent first. */
    @PreDestroy
    void finish() throws InterruptedException {
        long until = System.nanoTime() + PATIENCE.toNanos();
        for (Thread sending : underWay)
            if (sending.isAlive()) sending.join(Duration.ofNanos(Math.max(1, until - System.nanoTime())));
    }

    /** Whether an invitation can go by mail; a demonstration shows in its outbox what would have gone. */
    public boolean deliverable() {
        return demo || possible();
    }

    /** Sent while the caller waits, once. @throws NotTaken with the server's own answer */
    public void sendNow(String to, String language, String key, Object... arguments) {
        String subject = texts.of(language, "mail." + key + ".subject", arguments);
        String body = texts.of(language, "mail." + key + ".body", arguments) + "\n\n"
                + texts.of(language, "mail.signature");
        if (demo) {
            unsent.keep(to, subject, body);
            return;
        }
        var out = way.mail().orElseThrow(() -> new NotTaken("no mail server", false));
        try {
            out.sender().send(message(out.from(), to, subject, body));
        } catch (MailSendException e) {
            throw new NotTaken(why(e),
                    e.getFailedMessages().values().stream().anyMatch(SendFailedException.class::isInstance));
        } catch (MailException e) {
            throw new NotTaken(why(e), false);
        }
    }

    private static String why(Exception e) {
        Throwable cause = e;
        while (cause.getCause() != null) cause = cause.getCause();
        if (e instanceof MailSendException sent && !sent.getFailedMessages().isEmpty()) {
            for (cause = sent.getFailedMessages().values().iterator().next(); cause.getCause() != null;)
                cause = cause.getCause();
        }
        return String.valueOf(cause.getMessage()).strip();
    }

    private static SimpleMailMessage message(String from, String to, String subject, String body) {
        var mail = new SimpleMailMessage();
        mail.setFrom(from);
        mail.setTo(to);
        mail.setSubject(subject);
        mail.setText(body);
        return mail;
    }

    private static void deliver(MailWay.Mail out, SimpleMailMessage mail, String key) {
        for (int attempt = 1; attempt <= 3; attempt++) {
            try {
                out.sender().send(mail);
                return;
            } catch (MailException e) {
                log.warn("mail '{}' was not accepted (attempt {} of 3): {}", key, attempt, e.getMessage());
            }
        }
    }

    private static void afterCommit(Runnable work) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            work.run();
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                work.run();
            }
        });
    }
}
