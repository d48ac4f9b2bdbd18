//! The Vietnamese lunar calendar: months begin with the new moon at UTC+7, the eleventh holds the winter solstice.

use super::{Date, from_day_number};

/// The Gregorian day of a day of the Vietnamese lunar calendar; `None` where the lunar month has no such day or the
/// year is not between 1900 and 2100. Leap months are not asked for: the plain month of the number is meant.
pub(crate) fn from_lunar(year: i32, month: u8, day: u8) -> Option<Date> {
    ((1900..=2100).contains(&year) && (1..=12).contains(&month) && (1..=30).contains(&day)).then_some(())?;
    let eleventh = lunar_month_11(year - 1);
    let next = lunar_month_11(year);
    let months = ((next - eleventh) as f64 / SYNODIC_MONTH).round() as i64;
    let first_moon = moon_at(eleventh);
    let mut step = i64::from(month) + 1;
    if month >= 11 {
        step = i64::from(month) - 11 + months;
    } else if months == 13 {
        // a thirteenth month: the first after the eleventh that holds no major solar term repeats the one before
        let leap =
            (1..13).find(|&k| sun_sector(new_moon(first_moon + k)) == sun_sector(new_moon(first_moon + k + 1)))?;
        step += i64::from(step >= leap);
    }
    let start = new_moon(first_moon + step);
    let length = new_moon(first_moon + step + 1) - start;
    (i64::from(day) <= length).then(|| from_day_number(start + i64::from(day) - 1 - JULIAN_OF_ZERO))?
}

/// Mean length of a lunar month in days (Meeus, "Astronomical Algorithms", chapter 49).
const SYNODIC_MONTH: f64 = 29.530_588_861;

/// Julian day number of 0000-03-01, where [`Date::day_number`] is 0.
const JULIAN_OF_ZERO: i64 = 1_721_120;

/// Julian day number, at Vietnam's UTC+7, of the new moon `k` months after that of January 1900
/// (Meeus, "Astronomical Formulae for Calculators", new moons, with his periodic terms).
fn new_moon(k: i64) -> i64 {
    let n = k as f64;
    let t = n / 1236.85;
    let (t2, t3) = (t * t, t * t * t);
    let mean = 2_415_020.759_33 + 29.530_588_68 * n + 0.000_117_8 * t2 - 0.000_000_155 * t3
        + 0.000_33 * sin(166.56 + 132.87 * t - 0.009_173 * t2);
    let sun = 359.2242 + 29.105_356_08 * n - 0.000_033_3 * t2 - 0.000_003_47 * t3;
    let moon = 306.0253 + 385.816_918_06 * n + 0.010_730_6 * t2 + 0.000_012_36 * t3;
    let node = 21.2964 + 390.670_506_46 * n - 0.001_652_8 * t2 - 0.000_002_39 * t3;
    let shift = (0.1734 - 0.000_393 * t) * sin(sun) + 0.0021 * sin(2.0 * sun) - 0.4068 * sin(moon)
        + 0.0161 * sin(2.0 * moon)
        - 0.0004 * sin(3.0 * moon)
        + 0.0104 * sin(2.0 * node)
        - 0.0051 * sin(sun + moon)
        - 0.0074 * sin(sun - moon)
        + 0.0004 * sin(2.0 * node + sun)
        - 0.0004 * sin(2.0 * node - sun)
        - 0.0006 * sin(2.0 * node + moon)
        + 0.0010 * sin(2.0 * node - moon)
        + 0.0005 * sin(2.0 * moon + sun);
    // from dynamical to universal time
    let delta = -0.000_278 + 0.000_265 * t + 0.000_262 * t2;
    (mean + shift - delta + 0.5 + 7.0 / 24.0).floor() as i64
}

/// Which twelfth of the ecliptic the sun stands in at the midnight, in Vietnam, that begins this Julian day
/// (Meeus, solar longitude of low accuracy).
fn sun_sector(julian: i64) -> i64 {
    let t = (julian as f64 - 0.5 - 7.0 / 24.0 - 2_451_545.0) / 36_525.0;
    let t2 = t * t;
    let mean = 280.466_45 + 36_000.769_83 * t + 0.000_303_2 * t2;
    let anomaly = 357.529_1 + 35_999.050_3 * t - 0.000_155_9 * t2;
    let center = (1.914_6 - 0.004_817 * t - 0.000_014 * t2) * sin(anomaly)
        + (0.019_993 - 0.000_101 * t) * sin(2.0 * anomaly)
        + 0.000_29 * sin(3.0 * anomaly);
    ((mean + center).rem_euclid(360.0) / 30.0) as i64
}

/// The sine of degrees, by its series: the exact one of the standard library would be 3 KB of the module.
fn sin(degrees: f64) -> f64 {
    // into the quarters around 0, where 12 terms are exact but for the last bits
    let turned = (degrees + 90.0).rem_euclid(360.0) - 90.0;
    let x = (if turned > 90.0 { 180.0 - turned } else { turned }).to_radians();
    (1..12).rev().fold(1.0, |sum, n| 1.0 - sum * x * x / f64::from(2 * n * (2 * n + 1))) * x
}

/// The first day, as a Julian day number, of the eleventh lunar month of a year: the one with the winter solstice.
fn lunar_month_11(year: i32) -> i64 {
    let off = Date { year, month: 12, day: 31 }.day_number() + JULIAN_OF_ZERO - 2_415_021;
    let k = (off as f64 / SYNODIC_MONTH) as i64;
    let day = new_moon(k);
    if sun_sector(day) >= 9 { new_moon(k - 1) } else { day }
}

/// The number of the new moon that falls on this Julian day.
fn moon_at(julian: i64) -> i64 {
    (0.5 + (julian as f64 - 2_415_021.076_998_695) / SYNODIC_MONTH) as i64
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sines_are_those_of_the_standard_library() {
        for tenth in -40_000..400_000 {
            let degrees = f64::from(tenth) * 0.1;
            let miss = (sin(degrees) - degrees.to_radians().sin()).abs();
            // the standard library's argument is rounded, too
            assert!(miss < 1e-12, "{degrees}: {miss}");
        }
    }

    #[test]
    fn turns_lunar_days_into_gregorian_ones() {
        // first days of Tết and of months around leap months, from published almanacs
        for (lunar, day) in [
            ((2021, 1, 1), "2021-02-12"),
            ((2023, 1, 1), "2023-01-22"),
            ((2024, 1, 1), "2024-02-10"),
            ((2025, 1, 1), "2025-01-29"),
            ((1985, 1, 1), "1985-01-21"),
            ((2007, 1, 1), "2007-02-17"),
            ((2021, 3, 10), "2021-04-21"),
            ((2023, 3, 10), "2023-04-29"),
            ((2024, 8, 15), "2024-09-17"),
            ((2020, 12, 23), "2021-02-04"),
        ] {
            let (y, m, d) = lunar;
            assert_eq!(from_lunar(y, m, d), Date::parse(day), "{lunar:?}");
        }
        assert_eq!(from_lunar(2024, 13, 1), None);
    }
}
