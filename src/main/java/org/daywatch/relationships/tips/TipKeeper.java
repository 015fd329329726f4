package org.daywatch.relationships.tips;

import java.time.Instant;
import java.time.ZoneOffset;
import org.daywatch.platform.casekeys.Shredding;
import org.daywatch.platform.retention.RecordKeeper;
import org.daywatch.platform.tenancy.Tenancy;
import org.springframework.stereotype.Component;

/** A tip goes with its key: no backup opens it afterward, once the copies of the key are gone too. */
@Component
class TipKeeper implements RecordKeeper {

    private final HandedTipStore tips;
    private final Shredding shredding;

    TipKeeper(HandedTipStore tips, Shredding shredding) {
        this.tips = tips;
        this.shredding = shredding;
    }

    @Override
    public String kind() {
        return "NAMELESS_TIP";
    }

    @Override
    public int forget(Instant before) {
        var district = Tenancy.tenant();
        var over = tips.olderThan(district, before.atOffset(ZoneOffset.UTC).toLocalDate());
        over.forEach(tip -> shredding.shred(district, tip));
        tips.forget(district, over);
        return over.size();
    }
}
