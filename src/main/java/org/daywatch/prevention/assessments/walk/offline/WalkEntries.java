package org.daywatch.prevention.assessments.walk.offline;

import java.util.UUID;
import org.daywatch.platform.errors.InvalidInput;
import org.daywatch.platform.errors.NotFound;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.pictures.CleanPicture;
import org.daywatch.prevention.assessments.AssessmentAnswers;
import org.daywatch.prevention.assessments.AssessmentAnswers.Found;
import org.daywatch.prevention.assessments.AssessmentCommands;
import org.daywatch.prevention.assessments.AssessmentDoor;
import org.daywatch.prevention.assessments.SiteAssessment;
import org.daywatch.prevention.assessments.walk.AssessmentPhotos;
import org.daywatch.prevention.assessments.walk.WalkSpots;
import org.daywatch.prevention.assessments.walk.offline.WalkEntry.Answered;
import org.daywatch.prevention.assessments.walk.offline.WalkEntry.Photographed;
import org.daywatch.prevention.findings.Finding.Mark;
import org.daywatch.prevention.instruments.Instruments;
import org.daywatch.prevention.places.PreventionPlaces;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What a phone kept of a walk, put where it belongs. The same entry a second time changes nothing. */
@Component
@Transactional
class WalkEntries {

    private final AssessmentCommands commands;
    private final AssessmentAnswers answers;
    private final AssessmentDoor door;
    private final AssessmentPhotos photos;
    private final Instruments instruments;
    private final WalkSpots spots;
    private final PreventionPlaces places;

    WalkEntries(AssessmentCommands commands, AssessmentAnswers answers, AssessmentDoor door, AssessmentPhotos photos,
            Instruments instruments, WalkSpots spots, PreventionPlaces places) {
        this.commands = commands;
        this.answers = answers;
        this.door = door;
        this.photos = photos;
        this.instruments = instruments;
        this.spots = spots;
        this.places = places;
    }

    /** @param picture of a photo; null for an answer */
    void enter(Actor actor, WalkEntry entry, @Nullable CleanPicture picture) {
        var a = door.walked(actor, entry.assessment(), entry.at());
        switch (entry) {
            case Answered said ->
                commands.answerLater(said.id(), a.id(), said.item(), said.at(), found(actor, a, said));
            case Photographed taken -> {
                if (picture == null) throw new InvalidInput("photo", "", "web.photo.empty");
                if (!instruments.get(a.instrument(), a.edition()).byId().containsKey(taken.item()))
                    throw new NotFound("item " + taken.item());
                commands.firstInDraft(taken.id(), a.id()).ifPresent(draft -> photos.add(taken.id(), draft, taken.item(),
                        mark(a.id(), taken.item()), picture, taken.caption(), taken.at(), actor.name()));
            }
        }
    }

    private @Nullable Mark mark(UUID assessment, String item) {
        var answer = answers.of(assessment).get(item);
        return answer == null ? null : answer.mark();
    }

    /** A place that is marked no longer is left out: what was seen counts all the same. */
    private @Nullable Found found(Actor actor, SiteAssessment a, Answered said) {
        if (said.answer() == null) return null;
        var spot = spots.named(places.campus(a.schoolId()), said.spot()).orElse(null);
        return spots.found(said.answer(), said.evidence(), said.place(), spot, answers.of(a.id()).get(said.item()),
                said.at(), actor.name(), actor.person());
    }
}
