package org.daywatch.relationships.tips.canary;

import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.daywatch.platform.casekeys.CaseKeys;
import org.daywatch.platform.cipher.Sealed;
import org.daywatch.relationships.tips.ring.WaitingTip;
import org.daywatch.relationships.tips.thread.TipContent;
import org.springframework.stereotype.Component;

/**
 * The words of a canary: whoever has the house's key knows them, so that also one that stood in the ring while the
 * process was killed is shown to nobody. For whoever has the disk they are sealed like any other.
 */
@Component
public class CanaryMark {

    private static final String BEGIN = "canary ";

    private final CaseKeys keys;
    private final AtomicReference<String> last = new AtomicReference<>("");

    CanaryMark(CaseKeys keys) {
        this.keys = keys;
    }

    String words() {
        return words(UUID.randomUUID().toString());
    }

    private String words(String id) {
        return BEGIN + id + " "
                + HexFormat.of().formatHex(Sealed.derived(keys.ofTheHouse("canaries of the tip door"), id));
    }

    boolean isOurs(String words) {
        return words.startsWith(BEGIN) && Optional.of(words.split(" ")).filter(parts -> parts.length == 3)
                .filter(parts -> words(parts[1]).equals(words)).isPresent();
    }

    /** Of a tip that came out of the ring: it is none, and goes no further. */
    public boolean caught(WaitingTip tip) {
        var words = TipContent.read(tip.content()).map(TipContent::words).filter(this::isOurs);
        words.ifPresent(last::set);
        return words.isPresent();
    }

    /** The words of the canary that came out of the ring last. */
    String lastCaught() {
        return last.get();
    }
}
