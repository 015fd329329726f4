package org.daywatch.emergencies.lane.http;

import java.time.Clock;
import java.util.UUID;
import org.daywatch.emergencies.AlertStatus;
import org.daywatch.emergencies.ProtocolAction;
import org.daywatch.emergencies.lane.LaneEntry;
import org.daywatch.emergencies.lane.LaneSchools;
import org.daywatch.emergencies.lane.LaneSender;
import org.daywatch.emergencies.lane.streams.Streams;
import org.springframework.stereotype.Component;

/** From what was posted to an entry of the log: what it says, and whether this sender may say it. */
@Component
class Entries {

    private static final int SHORT = 200;
    private static final int LONG = 2000;

    private final LaneSchools schools;
    private final Streams streams;
    private final Clock clock;

    Entries(LaneSchools schools, Streams streams, Clock clock) {
        this.schools = schools;
        this.streams = streams;
        this.clock = clock;
    }

    LaneEntry press(PostedFields fields, LaneSender sender) throws RequestRefused {
        if (!sender.mayPress()) throw RequestRefused.because(403, "lane.refused.press");
        UUID school = fields.id("school");
        var status = fields.choice("status", AlertStatus.class);
        var action = fields.choice("action", ProtocolAction.class);
        if (status == AlertStatus.EXERCISE && !action.help() && !sender.mayStartDrills())
            throw RequestRefused.because(403, "lane.refused.starts");
        var source = fields.has("source") ? fields.choice("source", LaneEntry.Source.class) : LaneEntry.Source.WEB;
        UUID district = schools.districtFor(sender, school)
                .orElseThrow(() -> RequestRefused.because(403, "lane.refused.school"));
        return new LaneEntry.Press(fields.id("id"), sender.agency(), district, school, status, action,
                fields.text("detail", SHORT), fields.optionalId("room"),
                fields.text("place", SHORT), fields.text("note", LONG), source, sender.person(), sender.name(),
                fields.optionalInstant("deviceAt"), clock.instant());
    }

    LaneEntry ack(PostedFields fields, LaneSender sender) throws RequestRefused {
        if (!sender.mayAck() || sender.person() == null) throw RequestRefused.because(403, "lane.refused.ack");
        UUID alert = fields.id("alert");
        var place = streams.placeOf(alert).filter(p -> sender.hears(p.agency(), p.district(), p.school()))
                .orElseThrow(() -> RequestRefused.wrong("alert", alert.toString(), "lane.wrong.alert"));
        return new LaneEntry.Ack(fields.id("id"), place.agency(), place.district(), place.school(), alert,
                fields.number("version"),
                fields.choice("kind", LaneEntry.Kind.class), sender.person(), sender.name(), fields.text("note", LONG),
                clock.instant());
    }
}
