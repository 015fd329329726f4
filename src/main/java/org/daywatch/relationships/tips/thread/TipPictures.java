package org.daywatch.relationships.tips.thread;

import static org.daywatch_db.relationships.Tables.TIP_PICTURE;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.daywatch.platform.casekeys.CaseKeys;
import org.daywatch.relationships.tips.thread.TipThreadStore.Place;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The pictures of threads as stored, each sealed by its tip's key: with that key they are gone. */
@Repository
@Transactional
public class TipPictures {

    private final DSLContext db;
    private final CaseKeys keys;

    TipPictures(DSLContext db, CaseKeys keys) {
        this.db = db;
        this.keys = keys;
    }

    /** @param said the number of the tip or of the message. @param jpeg of no length: none */
    public void keep(Place at, UUID said, byte[] jpeg) {
        TipPicture.of(jpeg).ifPresent(picture -> db.insertInto(TIP_PICTURE).set(TIP_PICTURE.DISTRICT_ID, at.district())
                .set(TIP_PICTURE.SAID_ID, said).set(TIP_PICTURE.TIP_ID, at.tip())
                .set(TIP_PICTURE.BODY, keys.seal(at.district(), at.tip(), picture.padded(), place(said)))
                .onConflictDoNothing().execute());
    }

    /** Sealed, by the number of what they came with. */
    Map<UUID, byte[]> sealed(Place at) {
        return new HashMap<>(db.selectFrom(TIP_PICTURE).where(TIP_PICTURE.DISTRICT_ID.eq(at.district()))
                .and(TIP_PICTURE.TIP_ID.eq(at.tip())).fetchMap(TIP_PICTURE.SAID_ID, TIP_PICTURE.BODY));
    }

    Optional<TipPicture> open(Place at, UUID said, Map<UUID, byte[]> sealed) {
        return Optional.ofNullable(sealed.get(said))
                .flatMap(body -> keys.open(at.district(), at.tip(), body, place(said))).map(TipPicture::unpadded);
    }

    private static String place(UUID said) {
        return "tip picture " + said;
    }
}
