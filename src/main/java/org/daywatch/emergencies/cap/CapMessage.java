package org.daywatch.emergencies.cap;

import java.time.OffsetDateTime;
import java.util.List;

/**
 * One CAP 1.2 alert message. Element names are those of the standard; an optional text that is missing is empty, an
 * optional time that is missing is in no list.
 *
 * @param identifier unique for the sender; no spaces, commas, &lt; or &amp;
 * @param restriction who may have it, where the scope is Restricted
 * @param addresses to whom, where the scope is Private
 * @param references the earlier messages an Update or a Cancel is about
 * @param incidents names of the event that several messages are about
 */
public record CapMessage(String identifier, String sender, OffsetDateTime sent, Status status, MsgType msgType,
        String source, Scope scope, String restriction,
        List<String> addresses, List<String> codes, String note, List<Reference> references, List<String> incidents,
        List<Info> infos) {

    /** The namespace every element stands in. */
    public static final String NAMESPACE = "urn:oasis:names:tc:emergency:cap:1.2";

    public CapMessage {
        addresses = List.copyOf(addresses);
        codes = List.copyOf(codes);
        references = List.copyOf(references);
        incidents = List.copyOf(incidents);
        infos = List.copyOf(infos);
    }

    public enum Status { Actual, Exercise, System, Test, Draft }

    public enum MsgType { Alert, Update, Cancel, Ack, Error }

    public enum Scope { Public, Restricted, Private }

    public enum Category { Geo, Met, Safety, Security, Rescue, Fire, Health, Env, Transport, Infra, CBRNE, Other }

    public enum ResponseType { Shelter, Evacuate, Prepare, Execute, Avoid, Monitor, Assess, AllClear, None }

    public enum Urgency { Immediate, Expected, Future, Past, Unknown }

    public enum Severity { Extreme, Severe, Moderate, Minor, Unknown }

    public enum Certainty { Observed, Likely, Possible, Unlikely, Unknown }

    /** An earlier message, by the three values that make it one of its kind in the world. */
    public record Reference(String sender, String identifier, OffsetDateTime sent) {

        public Reference(CapMessage earlier) {
            this(earlier.sender(), earlier.identifier(), earlier.sent());
        }
    }

    /** A value of a list that the sender names: eventCode, parameter, geocode. */
    public record Named(String name, String value) {}

    /** What is said, in one language. @param times effective, onset and expires, those that are there */
    public record Info(String language, List<Category> categories, String event, List<ResponseType> responseTypes,
            Urgency urgency, Severity severity, Certainty certainty,
            String audience, List<Named> eventCodes, List<At> times, String senderName, String headline,
            String description, String instruction, String web, String contact,
            List<Named> parameters, List<Resource> resources, List<Area> areas) {

        /** What CAP takes where no language is said. */
        public static final String DEFAULT_LANGUAGE = "en-US";

        public Info {
            categories = List.copyOf(categories);
            responseTypes = List.copyOf(responseTypes);
            eventCodes = List.copyOf(eventCodes);
            times = List.copyOf(times);
            parameters = List.copyOf(parameters);
            resources = List.copyOf(resources);
            areas = List.copyOf(areas);
        }
    }

    /** @param what effective, onset or expires */
    public record At(String what, OffsetDateTime when) {}

    /** @param size in bytes, as written; empty where it is not said. @param derefUri the content itself, in Base64 */
    public record Resource(String resourceDesc, String mimeType, String size, String uri, String derefUri,
            String digest) {}

    /**
     * @param polygons "lat,lon lat,lon …". @param circles "lat,lon radius", the radius in kilometers. @param altitude
     * feet above sea level, as written
     */
    public record Area(String areaDesc, List<String> polygons, List<String> circles, List<Named> geocodes,
            String altitude, String ceiling) {

        public Area {
            polygons = List.copyOf(polygons);
            circles = List.copyOf(circles);
            geocodes = List.copyOf(geocodes);
        }
    }
}
