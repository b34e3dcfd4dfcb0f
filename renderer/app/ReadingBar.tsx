/** Shows what is being read while another screen is open; a reading that ends within a moment shows no bar. */
import { useEffect, useState, type ReactNode } from 'react';
import { ReadingList } from '../start/ReadingList.tsx';
import { useNavigation } from './state/navigation.tsx';
import { useFileOpener } from './state/file-opener.tsx';
import classes from './App.module.css';

/** ms */
const MOMENT = 500;

export function ReadingBar(): ReactNode {
  const { location } = useNavigation();
  const { filesInProgress } = useFileOpener();
  const isReading = filesInProgress.length > 0;
  const [lasts, setLasts] = useState(false);
  useEffect(() => {
    if (!isReading) {
      setLasts(false);
      return undefined;
    }
    const timer = window.setTimeout(() => setLasts(true), MOMENT);
    return () => window.clearTimeout(timer);
  }, [isReading]);
  if (!lasts || location.screen === 'start') return null;
  return (
    <div className={classes['reading']}>
      <ReadingList />
    </div>
  );
}
