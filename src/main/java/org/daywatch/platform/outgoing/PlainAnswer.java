package org.daywatch.platform.outgoing;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.SendFailedException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import javax.net.ssl.SSLException;
import org.springframework.mail.MailSendException;

/** What a mail server said when it did not take a letter, as a key for people and the server's own words. */
record PlainAnswer(String key, String said) {

    static PlainAnswer of(Throwable failure) {
        String key = "outgoing.answer.other";
        String said = "";
        for (Throwable e = failure; e != null; e = next(e)) {
            String of = key(e);
            if (of != null) key = of;
            if (e.getMessage() != null && !e.getMessage().isBlank())
                said = e.getMessage().strip().replaceAll("\\s+", " ");
            if (of != null) break;
        }
        return new PlainAnswer(key, said.length() > 300 ? said.substring(0, 300) + "…" : said);
    }

    private static Throwable next(Throwable e) {
        if (e instanceof MailSendException sent && !sent.getFailedMessages().isEmpty())
            return sent.getFailedMessages().values().iterator().next();
        if (e instanceof jakarta.mail.MessagingException mail && mail.getNextException() != null)
            return mail.getNextException();
        return e.getCause();
    }

    private static String key(Throwable e) {
        return switch (e) {
            case AuthenticationFailedException refused -> "outgoing.answer.password";
            case SSLException tls -> "outgoing.answer.tls";
            case UnknownHostException name -> "outgoing.answer.name";
            case SocketTimeoutException silent -> "outgoing.answer.silent";
            case ConnectException nobody -> "outgoing.answer.nobody";
            case SendFailedException address ->
                e.getCause() == null && ((SendFailedException) e).getNextException() == null
                        ? "outgoing.answer.address"
                        : null;
            default -> e.getClass().getSimpleName().contains("AddressFailed")
                    || e.getClass().getSimpleName().contains("SMTPSendFailed") ? "outgoing.answer.address" : null;
        };
    }
}
