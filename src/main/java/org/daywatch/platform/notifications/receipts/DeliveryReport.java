package org.daywatch.platform.notifications.receipts;

import jakarta.activation.DataSource;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.daywatch.platform.errors.InvalidInput;

/**
 * A mail server's report about one letter (RFC 3464), as it comes into the sender's mailbox: a multipart/report, or the
 * whole message that holds one. Our own number stands in the Message-ID of the letter it returns, or in the envelope
 * id.
 */
final class DeliveryReport {

    private static final int MOST_PARTS = 10;
    private static final Pattern OURS = Pattern.compile(
            "([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})@[\\w.-]+", Pattern.CASE_INSENSITIVE);
    private static final Pattern ACTION = Pattern.compile("(?im)^Action:[ \\t]*(\\w+)");
    private static final Pattern STATUS = Pattern.compile("(?im)^Status:[ \\t]*([\\d.]+)");
    private static final Pattern NUMBER = Pattern.compile("(?im)^(?:Message-ID|Original-Envelope-Id):[ \\t]*(\\S+)");

    private DeliveryReport() {}

    /** @throws InvalidInput when it is no such report, or names no letter of ours */
    static Receipt read(byte[] bytes, String contentType) {
        try {
            var status = new StringBuilder();
            var returned = new StringBuilder();
            collect(parts(bytes, contentType), status, returned);
            if (status.isEmpty()) throw wrong("This is no delivery report: it has no part message/delivery-status.");
            String number = NUMBER.matcher(returned + "\n" + status).results().map(m -> m.group(1))
                    .filter(n -> OURS.matcher(n).find()).findFirst()
                    .orElseThrow(() -> wrong(
                            "The report does not say of which letter it is: let it return the letter's headers."));
            Matcher ours = OURS.matcher(number);
            ours.find();
            var actions = ACTION.matcher(status).results().map(m -> m.group(1).toLowerCase(Locale.ROOT))
                    .collect(Collectors.toSet());
            String codes = STATUS.matcher(status).results().map(m -> m.group(1)).distinct()
                    .collect(Collectors.joining(" "));
            var fate = actions.contains("failed")
                    ? Receipt.Fate.LOST
                    : actions.contains("delivered") ? Receipt.Fate.ARRIVED : Receipt.Fate.UNDERWAY;
            return new Receipt(UUID.fromString(ours.group(1)), number, fate,
                    (String.join(" ", actions) + " " + codes).strip());
        } catch (MessagingException | IOException e) {
            throw wrong("This cannot be read as a message.");
        }
    }

    private static MimeMultipart parts(byte[] bytes, String contentType) throws MessagingException, IOException {
        if (contentType.toLowerCase(Locale.ROOT).startsWith("multipart/report"))
            return new MimeMultipart((DataSource) new ByteArrayDataSource(bytes, contentType));
        var message = new MimeMessage(null, new ByteArrayInputStream(bytes));
        return message.getContent() instanceof MimeMultipart parts ? parts : new MimeMultipart();
    }

    private static void collect(MimeMultipart parts, StringBuilder status, StringBuilder returned)
            throws MessagingException, IOException {
        for (int i = 0; i < Math.min(parts.getCount(), MOST_PARTS); i++) {
            BodyPart part = parts.getBodyPart(i);
            if (part.isMimeType("message/delivery-status") || part.isMimeType("message/global-delivery-status"))
                status.append(text(part)).append('\n');
            else
                if (part.isMimeType("message/rfc822") || part.isMimeType("text/rfc822-headers")
                        || part.isMimeType("message/rfc822-headers"))
                    returned.append(text(part)).append('\n');
        }
    }

    private static String text(BodyPart part) throws MessagingException, IOException {
        return new String(part.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    private static InvalidInput wrong(String why) {
        return new InvalidInput("body", "", why);
    }
}
