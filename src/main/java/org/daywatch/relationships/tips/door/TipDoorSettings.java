package org.daywatch.relationships.tips.door;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param port -1: two above the web server's port; 0: any free one
 * @param exitUrl where "Leave this page" leads: a page that anybody may have open
 * @param receiptPace one receipt is looked up in this time, of all that are asked for
 * @param busyFrom more sends in a minute are a crowd, and each is asked for a puzzle or to wait
 */
@ConfigurationProperties("daywatch.tips")
public record TipDoorSettings(@DefaultValue("-1") int port, @DefaultValue("https://www.weather.gov/") String exitUrl,
        @DefaultValue("1100ms") Duration receiptPace, @DefaultValue("20") int busyFrom) {

    public TipDoorSettings {
        if (port < -1 || port > 65535)
            throw new IllegalArgumentException("daywatch.tips.port is " + port
                    + ". Give 1 to 65535, or -1 for two above the web server's port.");
        if (!exitUrl.matches("https://[a-zA-Z0-9.-]+(:[0-9]+)?(/[a-zA-Z0-9/._-]*)?"))
            throw new IllegalArgumentException("daywatch.tips.exit-url is \"" + exitUrl
                    + "\". Give a whole address that begins with https:// and has no question mark.");
        if (busyFrom < 1 || busyFrom > 10_000)
            throw new IllegalArgumentException("daywatch.tips.busy-from is " + busyFrom
                    + ". Give 1 to 10000 sends in a minute; above a ninetieth of the slots the ring may fill.");
        if (receiptPace.toMillis() < 1 || receiptPace.toSeconds() > 5)
            throw new IllegalArgumentException("daywatch.tips.receipt-pace is " + receiptPace
                    + ". Give 1 millisecond to 5 seconds; from 1 second on receipts cannot be guessed.");
    }
}
