package org.daywatch.platform.notifications.receipts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.daywatch.platform.errors.InvalidInput;
import org.daywatch.platform.notifications.receipts.Receipt.Fate;
import org.junit.jupiter.api.Test;

/** Reports as mail servers write them, in the forms of RFC 3464. */
public class DeliveryReportTest {

    private static final UUID LETTER = UUID.fromString("0193394a-7c00-7000-8000-0000000000a1");

    @Test
    void aBounceNamesTheLetterByTheHeadersItReturns() {
        var receipt = DeliveryReport.read(message(LETTER, "failed", "5.1.1"), "message/rfc822");
        assertThat(receipt)
                .isEqualTo(new Receipt(LETTER, "<" + LETTER + "@agency.example>", Fate.LOST, "failed 5.1.1"));
    }

    @Test
    void onlyDeliveredMeansThatItArrived() {
        assertThat(DeliveryReport.read(message(LETTER, "delivered", "2.0.0"), "message/rfc822").fate())
                .isEqualTo(Fate.ARRIVED);
        for (String action : new String[] {"delayed", "relayed", "expanded"}) {
            assertThat(DeliveryReport.read(message(LETTER, action, "4.4.1"), "message/rfc822").fate()).as(action)
                    .isEqualTo(Fate.UNDERWAY);
        }
    }

    @Test
    void theReportMayComeWithoutTheMessageAroundIt() {
        String whole = new String(message(LETTER, "failed", "5.7.1"), StandardCharsets.UTF_8);
        byte[] inside = whole.substring(whole.indexOf("\r\n\r\n") + 4).getBytes(StandardCharsets.UTF_8);
        assertThat(DeliveryReport.read(inside, "multipart/report; report-type=delivery-status; boundary=\"b1\"")
                .reference()).isEqualTo(LETTER);
    }

    @Test
    void whatIsNoReportOrNamesNoLetterOfOursIsRefusedAndSaysWhy() {
        assertThatThrownBy(() -> DeliveryReport
                .read("Subject: hello\r\n\r\nI am on holiday.".getBytes(StandardCharsets.UTF_8), "message/rfc822"))
                .isInstanceOf(InvalidInput.class)
                .hasStackTraceContaining("no delivery report");
        String other = new String(message(LETTER, "failed", "5.1.1"), StandardCharsets.UTF_8).replace(LETTER.toString(),
                "somebody-elses");
        assertThatThrownBy(() -> DeliveryReport.read(other.getBytes(StandardCharsets.UTF_8), "message/rfc822"))
                .isInstanceOf(InvalidInput.class).hasStackTraceContaining("of which letter");
    }

    /** As a mail server returns a letter of ours. */
    public static byte[] message(UUID letter, String action, String status) {
        return """
                From: MAILER-DAEMON@mx.district.example
                To: daywatch@agency.example
                Subject: Delivery report
                MIME-Version: 1.0
                Content-Type: multipart/report; report-type=delivery-status; boundary="b1"

                --b1
                Content-Type: text/plain

                This is about your letter.
                --b1
                Content-Type: message/delivery-status

                Reporting-MTA: dns; mx.district.example

                Final-Recipient: rfc822; quinn@district.example
                Action: %s
                Status: %s
                --b1
                Content-Type: text/rfc822-headers

                From: daywatch@agency.example
                To: quinn@district.example
                Message-ID: <%s@agency.example>
                --b1--
                """.formatted(action, status, letter).replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
    }
}
