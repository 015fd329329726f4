package org.daywatch.platform.outgoing;

import java.util.Optional;
import org.springframework.mail.javamail.JavaMailSender;

/**
 * How mail leaves this installation now; empty while no server is known. Asked for each letter, because it may be
 * changed at any time.
 */
public interface MailWay {

    record Mail(JavaMailSender sender, String from) {}

    Optional<Mail> mail();
}
