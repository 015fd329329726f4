package org.daywatch.platform.notifications;

import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.internet.InternetAddress;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import org.daywatch.platform.outgoing.MailWay;
import org.daywatch.platform.texts.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
import org.springframework.stereotype.Component;

/**
 * Plain text over SMTP; off until the environment or the form names a server. A server that took it has sent it; that
 * it arrived only a receipt says.
 */
@Component
class EmailSender implements Sender {

    private final MailWay way;
    private final String site;
    private final String name;
    private final Texts texts;

    EmailSender(MailWay way, @Value("${daywatch.site:http://localhost:${server.port:8080}}") String site,
            @Value("${daywatch.mail.name:mail}") String name, Texts texts) {
        this.way = way;
        this.site = site;
        this.name = name;
        this.texts = texts;
    }

    @Override
    public Channel channel() {
        return Channel.EMAIL;
    }

    @Override
    public boolean available() {
        return way.mail().isPresent();
    }

    @Override
    public String gateway() {
        return name;
    }

    @Override
    public @Nullable String send(Letter letter) throws NotSent {
        var out = way.mail().orElseThrow(() -> new NotSent("no mail server is set up", false));
        String from = out.from();
        String id = "<" + letter.id() + "@" + from.substring(from.indexOf('@') + 1) + ">";
        try {
            var message = out.sender().createMimeMessage();
            message.setHeader("Message-ID", id); // the sender keeps one that is already there
            message.setFrom(new InternetAddress(from, true));
            message.setRecipient(jakarta.mail.Message.RecipientType.TO, new InternetAddress(letter.address(), true));
            message.setSubject(letter.subject(), StandardCharsets.UTF_8.name());
            message.setText(letter.body() + (letter.link().isEmpty() ? "" : "\n\n" + site + letter.link())
                    + reading(letter) + "\n", StandardCharsets.UTF_8.name());
            message.setHeader("Auto-Submitted", "auto-generated");
            out.sender().send(message);
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

    /** In every language of the house: the letter does not say which is its reader's. */
    private String reading(Letter letter) {
        if (letter.reading().isEmpty()) return "";
        return "\n\n" + Texts.LANGUAGES.stream().map(language -> texts.of(language, "readlink.letter"))
                .collect(Collectors.joining(" / ")) + "\n" + site + letter.reading();
    }

    /** It is not there, or did not answer in time. */
    private static boolean notSpokenTo(Throwable e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause())
            if (cause instanceof IOException) return true;
        return false;
    }

    private static String why(Exception e) {
        Throwable cause = e;
        while (cause.getCause() != null) cause = cause.getCause();
        return String.valueOf(cause.getMessage());
    }
}
