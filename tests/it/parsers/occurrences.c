/* Reads a calendar with libical and prints every occurrence, in UTC, as `occurrences.py` does; the order is the reader's.
 *
 *     cc occurrences.c $(pkg-config --cflags --libs libical) -o occurrences
 *     ./occurrences FILE [FILE ...]
 *
 * Times are those of the VTIMEZONE of the file, past the zones that libical brings along. The last file counts. */

#include <libical/ical.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#define MOST 10000

static icalcomponent *calendar;

static void fail(const char *why)
{
    fprintf(stderr, "%s\n", why);
    exit(1);
}

/* The moment of a property's time, by the zone that the file defines. */
static time_t moment(icalproperty *property, struct icaltimetype time)
{
    icalparameter *parameter = icalproperty_get_first_parameter(property, ICAL_TZID_PARAMETER);
    icaltimezone *zone = icaltimezone_get_utc_timezone();
    if (parameter) {
        zone = icalcomponent_get_timezone(calendar, icalparameter_get_tzid(parameter));
        if (!zone)
            fail("a zone is not defined");
    }
    return icaltime_as_timet_with_zone(time, zone);
}

static void tell(icalcomponent *event, time_t start)
{
    struct tm *utc = gmtime(&start);
    char at[32];
    strftime(at, sizeof at, "%Y-%m-%dT%H:%MZ", utc);
    int minutes = icaldurationtype_as_int(icalcomponent_get_duration(event)) / 60;
    const char *status = icalproperty_status_to_string(icalcomponent_get_status(event));
    printf("%s %d %s %s\n", at, minutes, status, icalcomponent_get_summary(event));
}

/* Whether a moment is among the values of properties of a kind. */
static int is_listed(icalcomponent *event, icalproperty_kind kind, time_t at)
{
    icalproperty *one = icalcomponent_get_first_property(event, kind);
    for (; one; one = icalcomponent_get_next_property(event, kind)) {
        struct icaltimetype time = icalvalue_get_datetime(icalproperty_get_value(one));
        if (moment(one, time) == at)
            return 1;
    }
    return 0;
}

/* Whether another event stands for an occurrence of this one. */
static int is_moved(const char *uid, time_t at)
{
    icalcompiter all = icalcomponent_begin_component(calendar, ICAL_VEVENT_COMPONENT);
    for (icalcomponent *event; (event = icalcompiter_deref(&all)); icalcompiter_next(&all)) {
        if (strcmp(icalcomponent_get_uid(event), uid) == 0 && is_listed(event, ICAL_RECURRENCEID_PROPERTY, at))
            return 1;
    }
    return 0;
}

static void tell_standing(icalcomponent *event, time_t at)
{
    if (!is_listed(event, ICAL_EXDATE_PROPERTY, at) && !is_moved(icalcomponent_get_uid(event), at))
        tell(event, at);
}

static void tell_series(icalcomponent *event)
{
    icalproperty *start = icalcomponent_get_first_property(event, ICAL_DTSTART_PROPERTY);
    struct icaltimetype first = icalproperty_get_dtstart(start);
    icalproperty *repeats = icalcomponent_get_first_property(event, ICAL_RRULE_PROPERTY);
    if (!repeats) {
        tell_standing(event, moment(start, first));
    } else {
        struct icalrecurrencetype rule = icalproperty_get_rrule(repeats);
        /* UNTIL is a moment, and the occurrences of the iterator are local times. */
        time_t end = icaltime_is_null_time(rule.until) ? 1924992000 : icaltime_as_timet(rule.until);
        rule.until = icaltime_null_time();
        icalrecur_iterator *occurrences = icalrecur_iterator_new(rule, first);
        for (int left = MOST; left > 0; left--) {
            struct icaltimetype next = icalrecur_iterator_next(occurrences);
            if (icaltime_is_null_time(next) || moment(start, next) > end)
                break;
            tell_standing(event, moment(start, next));
        }
        icalrecur_iterator_free(occurrences);
    }
    icalproperty *more = icalcomponent_get_first_property(event, ICAL_RDATE_PROPERTY);
    time_t extra[MOST];
    int count = 0;
    for (; more && count < MOST; more = icalcomponent_get_next_property(event, ICAL_RDATE_PROPERTY))
        extra[count++] = moment(more, icalproperty_get_rdate(more).time);
    for (int at = 0; at < count; at++)
        tell_standing(event, extra[at]);
}

static char *content(const char *path)
{
    FILE *file = fopen(path, "rb");
    if (!file || fseek(file, 0, SEEK_END) != 0)
        fail("the file can't be read");
    long size = ftell(file);
    rewind(file);
    char *text = calloc((size_t)size + 1, 1);
    if (!text || fread(text, 1, (size_t)size, file) != (size_t)size)
        fail("the file can't be read");
    fclose(file);
    return text;
}

int main(int count, char **words)
{
    icaltimezone_set_tzid_prefix("");
    calendar = icalparser_parse_string(content(words[count - 1]));
    if (!calendar || icalcomponent_isa(calendar) != ICAL_VCALENDAR_COMPONENT)
        fail("this is no calendar");
    /* Errors of the text become properties of their own. */
    if (icalcomponent_count_errors(calendar) > 0)
        fail("the calendar has errors");
    icalcompiter all = icalcomponent_begin_component(calendar, ICAL_VEVENT_COMPONENT);
    for (icalcomponent *event; (event = icalcompiter_deref(&all)); icalcompiter_next(&all)) {
        icalproperty *instance = icalcomponent_get_first_property(event, ICAL_RECURRENCEID_PROPERTY);
        icalproperty *start = icalcomponent_get_first_property(event, ICAL_DTSTART_PROPERTY);
        if (instance)
            tell(event, moment(start, icalproperty_get_dtstart(start)));
        else
            tell_series(event);
    }
    return 0;
}
