package org.daywatch.directory.guardians;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.daywatch.directory.guardians.Guardianship.CourtState;
import org.daywatch.directory.guardians.Guardianship.MayCollect;
import org.daywatch.platform.access.CaseReader.Custody;
import org.daywatch_db.directory.tables.records.GuardianRecord;
import org.daywatch_db.directory.tables.records.GuardianshipRecord;
import org.jspecify.annotations.Nullable;

/** One sound row of a list of guardians. */
record GuardianRow(String student, String guardianId, String givenName, String familyName, String phone, String email,
        String relation, MayCollect mayCollect,
        CourtState court, Custody custody, String document, LocalDate firstDay, @Nullable LocalDate lastDay) {

    GuardianRecord guardian(UUID district) {
        var g = new GuardianRecord();
        g.setDistrictId(district);
        g.setId(id(district, "guardian", guardianId));
        g.setSourcedId(guardianId);
        g.setGivenName(givenName);
        g.setFamilyName(familyName);
        g.setPhone(phone);
        g.setEmail(email);
        return g;
    }

    GuardianshipRecord entry(UUID district, UUID studentId, Instant now) {
        var e = new GuardianshipRecord();
        e.setDistrictId(district);
        e.setId(id(district, "guardianship", student + "|" + guardianId + "|" + firstDay));
        e.setStudentId(studentId);
        e.setGuardianId(id(district, "guardian", guardianId));
        e.setRelation(relation);
        e.setMayCollect(mayCollect.name());
        e.setCourt(court.name());
        e.setCustody(custody.name());
        e.setDocument(document);
        e.setFirstDay(firstDay);
        e.setLastDay(lastDay);
        e.setEnteredAt(now);
        return e;
    }

    /** Follows from what the list says, so that the same row next month is the same row. */
    private static UUID id(UUID district, String what, String name) {
        return UUID.nameUUIDFromBytes((district + "|" + what + "|" + name).getBytes(StandardCharsets.UTF_8));
    }
}
