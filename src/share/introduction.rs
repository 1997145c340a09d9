//! How a machine vouches for another machine of its owner, so that the third one needs no invitation of its own.

use serde::{Deserialize, Serialize};

use crate::share::hex;
use crate::share::seal::{DeviceCard, DeviceKeys, verify};

/// Maximum number of machines in one circle.
pub const MAX_MACHINES: usize = 16;

/// A line in the body of a bundle.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MachineIntroduction {
    pub introduces: DeviceCard,
    /// The device that signs.
    pub by: String,
    pub signature: String,
}

impl MachineIntroduction {
    pub fn new(circle: &str, card: &DeviceCard, keys: &DeviceKeys) -> Self {
        let by = hex(&keys.id());
        let signature = keys.sign(statement(circle, card, &by).as_bytes());
        MachineIntroduction { introduces: card.clone(), by, signature }
    }

    /// Whether the device of this card has signed the introduction in this circle.
    pub fn is_signed_by(&self, card: &DeviceCard, circle: &str) -> bool {
        let statement = statement(circle, &self.introduces, &self.by);
        card.device == self.by
            && self.introduces.side == card.side
            && self.introduces.is_sound(circle)
            && verify(&card.sign, statement.as_bytes(), &self.signature)
    }
}

fn statement(circle: &str, card: &DeviceCard, by: &str) -> String {
    format!(
        "mentor.introduction/1\n{circle}\n{by}\n{}\n{}\n",
        card.device,
        hex(&card.fingerprint())
    )
}

/// Returns the devices that a body introduces, by one of the known ones or by one that these introduce.
pub fn introduced(body: &str, circle: &str, known: &[DeviceCard]) -> Vec<DeviceCard> {
    let lines = body.lines().filter(|line| line.starts_with("{\"introduces\""));
    let lines = lines.take(MAX_MACHINES * MAX_MACHINES);
    let mut left: Vec<MachineIntroduction> =
        lines.filter_map(|line| serde_json::from_str(line).ok()).collect();
    let mut all = known.to_vec();
    loop {
        let is_vouched_for = |one: &MachineIntroduction| {
            let mut cards = all.iter();
            cards.any(|card| one.is_signed_by(card, circle))
        };
        let Some(at) = left.iter().position(is_vouched_for) else {
            break;
        };
        let card = left.swap_remove(at).introduces;
        if all.len() < MAX_MACHINES && all.iter().all(|one| one.device != card.device) {
            all.push(card);
        }
    }
    all.split_off(known.len())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::person::Side;

    #[test]
    fn only_known_machines_introduce_others() {
        let [laptop, desktop, tablet, thief] = [(); 4].map(|()| DeviceKeys::generate().unwrap());
        let card = |keys: &DeviceKeys| keys.card("c", Side::Mentor);
        let line = |of: &DeviceKeys, by: &DeviceKeys| {
            serde_json::to_string(&MachineIntroduction::new("c", &card(of), by)).unwrap()
        };
        let known = [card(&laptop)];
        // In any order: the tablet is introduced by the desktop, and that one by the laptop.
        let body = format!("{}\n{}\n", line(&tablet, &desktop), line(&desktop, &laptop));
        assert_eq!(introduced(&body, "c", &known), [card(&desktop), card(&tablet)]);
        assert_eq!(introduced(&body, "d", &known), []);
        let body = format!("{}\n{}\n", line(&thief, &thief), line(&tablet, &desktop));
        assert_eq!(introduced(&body, "c", &known), []);
        let mut forged = MachineIntroduction::new("c", &card(&desktop), &laptop);
        forged.introduces.open = card(&thief).open;
        assert_eq!(introduced(&serde_json::to_string(&forged).unwrap(), "c", &known), []);
    }
}
