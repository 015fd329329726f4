package org.daywatch.platform.notifications;

import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.internet.InternetAddress;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.stereotype.Component;

/** Plain text over SMTP; off until {@code spring.mail.host} and {@code daywatch.mail.from} are set. */
@Component
class EmailSender implements Sender {

    private final @Nullable JavaMailSender mail;
    private final String from;
    private final String site;

    EmailSender(ObjectProvider<JavaMailSender> mail, @Value("${daywatch.mail.from:}") String from,
            @Value("${daywatch.site:http://localhost:${server.port:8080}}") String site) {
        this.mail = mail.getIfAvailable();
        this.from = from;
        this.site = site;
    }

    @Override
    public Channel channel() {
        return Channel.EMAIL;
    }

    @Override
    public boolean available() {
        return mail != null && !from.isBlank();
    }

    @Override
    public @Nullable String send(Letter letter) throws NotSent {
        String id = "<" + letter.id() + "@" + from.substring(from.indexOf('@') + 1) + ">";
        try {
            var message = mail.createMimeMessage();
            message.setHeader("Message-ID", id); // the sender keeps one that is already there
            message.setFrom(new InternetAddress(from, true));
            message.setRecipient(jakarta.mail.Message.RecipientType.TO, new InternetAddress(letter.address(), true));
            message.setSubject(letter.subject(), StandardCharsets.UTF_8.name());
            message.setText(letter.body() + (letter.link().isEmpty() ? "" : "\n\n" + site + letter.link()) + "\n", StandardCharsets.UTF_8.name());
            message.setHeader("Auto-Submitted", "auto-generated");
            mail.send(message);
            return id;
        } catch (MailSendException e) {
            var refused = e.getFailedMessages().values();
            if (refused.stream().anyMatch(SendFailedException.class::isInstance)) throw new NotSent(why(e), true);
            boolean silent = refused.stream().anyMatch(EmailSender::notSpokenTo); // it would be so for the next letter too
            throw new NotSent(why(e), false, silent ? REST : null);
        } catch (MailException e) {
            throw new NotSent(why(e), false);
        } catch (MessagingException e) {
            throw new NotSent(why(e), true); // the address is none
        }
    }

    /** It is not there, or did not answer in time. */
    private static boolean notSpokenTo(Throwable e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) if (cause instanceof IOException) return true;
        return false;
    }

    private static String why(Exception e) {
        Throwable cause = e;
        while (cause.getCause() != null) cause = cause.getCause();
        return String.valueOf(cause.getMessage());
    }
}
